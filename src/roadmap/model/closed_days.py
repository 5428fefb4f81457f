"""Why a day is not worked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.model.calendar import Calendar
    from roadmap.model.plan import Plan

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_USUAL_WEEK = (0, 1, 2, 3, 4)


def why_closed(plan: Plan, team: str | None, day: dt.date) -> str | None:
    """What a day is on which a team does not work: ``Easter Monday``, ``Company shutdown``, ``a Sunday``.

    ``None`` where it works.
    """
    if plan.workdays.get(team, plan.workdays[None]).works(day.toordinal()):
        return None
    named = plan.teams[team].calendar if team in plan.teams else None
    calendar = plan.calendars.get(named or plan.settings.calendar or "")
    free = _free(calendar, day) if calendar is not None else day.weekday() not in _USUAL_WEEK
    told = _closing(calendar, day) if calendar is not None else None
    return told or (None if free else _barring(plan, team, day)) or _weekday(day)


def why_closed_by(calendar: Calendar, day: dt.date) -> str:
    """What a day is that a calendar does not work, whoever works by it."""
    return _closing(calendar, day) or _weekday(day)


def closings(plan: Plan, team: str | None, start: int, end: int, most: int = 2) -> list[str]:
    """The first days of the normal week in ``[start, end)`` (boundaries) on which a team does not work, each with its
    reason; the days of one stretch with one reason are told together: ``2027-03-08 Women's Day``,
    ``2026-12-24..2027-01-01 Company shutdown``."""
    named = plan.teams[team].calendar if team in plan.teams else None
    calendar = plan.calendars.get(named or plan.settings.calendar or "")
    week = calendar.week.days if calendar is not None else _USUAL_WEEK
    found: list[tuple[str, dt.date, dt.date]] = []
    for ordinal in range(start, min(end, start + _SEARCHED)):
        day = dt.date.fromordinal(ordinal)
        why = why_closed(plan, team, day) if day.weekday() in week else None
        if why is None:
            continue
        if found and found[-1][0] == why:
            found[-1] = (why, found[-1][1], day)
        elif len(found) == most:
            break
        else:
            found.append((why, day, day))
    return [f"{first}{f'..{last}' if last > first else ''} {why}" for why, first, last in found]


_SEARCHED = 400
"""Days of a stretch that are looked at: nobody reads the holidays of years."""


def _weekday(day: dt.date) -> str:
    return f"a {_WEEKDAYS[day.weekday()]}"


def _free(calendar: Calendar, day: dt.date) -> bool:
    return day.weekday() not in calendar.week.days


def _closing(calendar: Calendar, day: dt.date) -> str | None:
    """The reason that a calendar gives for a closed day, or the name of a holiday on a day of the normal week."""
    from roadmap.model.holidays import name_of

    reason = calendar.closing.on(day)
    if reason is not None:
        return reason
    if _free(calendar, day):
        return None
    return next((name for code in calendar.holidays if (name := name_of(code, day))), None)


def _barring(plan: Plan, team: str | None, day: dt.date) -> str | None:
    """The blackout that bars the work of a team on a day."""
    from roadmap.model.team_days import whose

    blackout = plan.barring_work.on(day, *whose(plan.teams.get(team or "")))
    return (blackout.title or blackout.because or blackout.id) if blackout is not None else None
