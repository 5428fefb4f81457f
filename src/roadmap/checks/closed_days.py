"""Why a day is not worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.model.calendar import Calendar

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_USUAL_WEEK = (0, 1, 2, 3, 4)


def why_closed(facts: Facts, team: str | None, day: dt.date) -> str | None:
    """What a day is on which a team does not work: ``Easter Monday``, ``Company shutdown``, ``a Sunday``.

    ``None`` where it works.
    """
    plan = facts.plan
    if plan.workdays.get(team, plan.workdays[None]).works(day.toordinal()):
        return None
    named = plan.teams[team].calendar if team in plan.teams else None
    calendar = plan.calendars.get(named or plan.settings.calendar or "")
    weekday = f"a {_WEEKDAYS[day.weekday()]}"
    if calendar is not None:
        return _closing(calendar, day) or (weekday if _free(calendar, day) else _barring(facts, team, day) or weekday)
    return weekday if day.weekday() not in _USUAL_WEEK else _barring(facts, team, day) or weekday


def _free(calendar: Calendar, day: dt.date) -> bool:
    return day.weekday() not in calendar.week.days


def _closing(calendar: Calendar, day: dt.date) -> str | None:
    """The reason that a calendar gives for a closed day, or the name of a holiday on a day of the normal week."""
    from roadmap.model.holidays import name_of

    for span, reason in calendar.closed.items():
        if span.first <= day <= span.last:
            return reason
    if _free(calendar, day):
        return None
    return next((name for code in calendar.holidays if (name := name_of(code, day))), None)


def _barring(facts: Facts, team: str | None, day: dt.date) -> str | None:
    """The blackout that bars the work of a team on a day."""
    from roadmap.model.team_days import bars_work

    found = facts.plan.teams.get(team or "")
    for blackout in facts.plan.blackouts.values():
        if blackout.days and blackout.days.first <= day <= blackout.days.last and bars_work(blackout, found):
            return blackout.title or blackout.because or blackout.id
    return None
