"""The working days of calendars and teams. Teams with the same days share one table of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from roadmap.model.barring import EVERYONE, Barring
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
        self._less: dict[tuple[Workdays, str], Workdays] = {}
        self._same: dict[tuple[Workdays, tuple[str, ...]], Workdays] = {}

    def of_calendar(self, calendar: str | None) -> Workdays:
        """Of a calendar, or else the workspace's, without blackouts."""
        return self.calendars.get(calendar or self._default or "", self._plain)

    def of_team(self, team: str | None, barring: Barring) -> Workdays:
        """Of a team, or of whoever has none, less the days on which a blackout bars its work."""
        found = self._teams.get(team or "")
        days = self.of_calendar(found.calendar if found else None)
        for whom in (EVERYONE, *whose(found)):
            if (days, whom) not in self._less:
                self._less[days, whom] = self._without(days, barring.of(whom))
            days = self._less[days, whom]
        return days

    def _without(self, days: Workdays, barring: Sequence[Blackout]) -> Workdays:
        """Less those of some blackouts: somebody else can have the same."""
        key = (days, tuple(blackout.id for blackout in barring))
        if barring and key not in self._same:
            self._same[key] = days.less(_stretches(blackout.days for blackout in barring if blackout.days))
        return self._same.get(key, days)


def whose(team: Team | None) -> tuple[str, ...]:
    """What blackouts for a team's work can say whom they are for."""
    return (f"function:{team.function}", f"team:{team.id}") if team else ()


def _days_of(calendar: Calendar) -> Workdays:
    lookup = {"holidays": holiday_lookup(calendar.holidays)} if calendar.holidays else {}
    return Workdays(calendar.week.days, closed=_stretches(calendar.closed), opened=_stretches(calendar.open), **lookup)


def _stretches(spans: Iterable[Span]) -> list[range]:
    return [range(span.first.toordinal(), span.last.toordinal() + 1) for span in spans]
