"""The working days of calendars and teams. Teams with the same days share one table of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roadmap.model.blackout import Blackout
from roadmap.model.calendar import Calendar
from roadmap.model.holidays import holiday_lookup
from roadmap.model.team import Team
from roadmap.model.values.dates import Span
from roadmap.model.workdays import Workdays


class TeamDays:
    """``default`` is the calendar of the workspace. Blackouts are given only when days are asked for, because theirs
    can be anchored on dates that count in calendars.
    """

    def __init__(self, calendars: Mapping[str, Calendar], teams: Mapping[str, Team], default: str | None) -> None:
        self._teams = teams
        self._default = default
        self._plain = Workdays()
        self.calendars = {name: _days_of(calendar) for name, calendar in calendars.items()}
        self._barred: dict[tuple[str | None, tuple[str, ...]], Workdays] = {}

    def of_calendar(self, calendar: str | None) -> Workdays:
        """Of a calendar, or else the workspace's, without blackouts."""
        return self.calendars.get(calendar or self._default or "", self._plain)

    def of_team(self, team: str | None, blackouts: Mapping[str, Blackout]) -> Workdays:
        """Of a team, or of whoever has none, less the days on which a blackout bars its work."""
        found = self._teams.get(team or "")
        calendar = (found.calendar if found else None) or self._default
        barring = tuple(name for name, blackout in blackouts.items() if bars_work(blackout, found))
        if not barring:
            return self.of_calendar(calendar)
        key = (calendar, barring)
        if key not in self._barred:
            spans = [blackouts[name].days for name in barring]
            self._barred[key] = self.of_calendar(calendar).less(_ordinals(span for span in spans if span))
        return self._barred[key]


def bars_work(blackout: Blackout, team: Team | None) -> bool:
    """Whether the days of a blackout are no working days of a team. Those of a campaign or train change
    nobody's days.
    """
    if "work" not in blackout.bars:
        return False
    if not blackout.for_:
        return not blackout.wrote("for")  # what is written for someone unknown is not for everyone
    return team is not None and (f"team:{team.id}" in blackout.for_ or f"function:{team.function}" in blackout.for_)


def _days_of(calendar: Calendar) -> Workdays:
    lookup = {"holidays": holiday_lookup(calendar.holidays)} if calendar.holidays else {}
    return Workdays(calendar.week.days, closed=_ordinals(calendar.closed), opened=_ordinals(calendar.open), **lookup)


def _ordinals(spans: Iterable[Span]) -> set[int]:
    days: set[int] = set()
    for span in spans:
        days.update(range(span.first.toordinal(), span.last.toordinal() + 1))
    return days
