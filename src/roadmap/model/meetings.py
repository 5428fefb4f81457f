"""The days of review meetings."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from roadmap.model.plan import Plan
from roadmap.model.review import Review
from roadmap.model.values.recurrences import occurrences

MOST_MEETINGS = 20_000
"""More than fifty years of daily ones."""


class Meetings(NamedTuple):
    """``days``: as the rule has them; ``off``: those of them on which the meeting does not take place."""

    days: tuple[dt.date, ...]
    off: frozenset[dt.date]

    @property
    def held(self) -> tuple[dt.date, ...]:
        return tuple(day for day in self.days if day not in self.off)


def meetings(plan: Plan, review: Review, today: dt.date) -> Meetings:
    """From its first day to its last, else to the horizon of the plan, else to the end of the year after next.

    It does not take place on the days that it skips, and on days on which fewer than two of its teams work: public
    holidays, closed days, weekends (of one team alone: on which that one does not work). A review without ``from``
    begins with the roadmap, or with the year.
    """
    if review.every is None:
        return Meetings((), frozenset())
    first = review.from_ or plan.settings.starts or dt.date(today.year, 1, 1)
    last = review.until or plan.settings.until or dt.date(today.year + 2, 12, 31)
    if last < first:
        return Meetings((), frozenset())
    days = occurrences(review.every, first, last, MOST_MEETINGS)
    calendars = [plan.workdays.get(team) or plan.workdays[None] for team in review.teams]
    wanted = min(2, len(calendars))
    off = [
        day
        for day in days
        if day in review.skip or sum(calendar.works(day.toordinal()) for calendar in calendars) < wanted
    ]
    return Meetings(tuple(days), frozenset(off))
