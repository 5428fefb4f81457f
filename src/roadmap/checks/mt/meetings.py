"""When reviews take place, and who meets in them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.mt.joint_work import joint_work
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roadmap.facts import Facts
    from roadmap.model.review import Review

_MOST = 20_000
"""Days of one review that are looked at: more than fifty years of daily ones."""


class Meetings(NamedTuple):
    """``days``: boundaries of the days on which a review takes place, in order, from the last one before today; none
    where it does not say how often."""

    review: Review
    days: list[int]

    def between(self, start: int, end: int) -> bool:
        """Whether it takes place in ``[start, end)``."""
        position = bisect_left(self.days, start)
        return position < len(self.days) and self.days[position] < end

    @property
    def unscheduled(self) -> bool:
        """Whether it does not say when it takes place."""
        return self.review.every is None


@remembered
def meetings(facts: Facts) -> list[Meetings]:
    """The reviews that still take place, or do not say when, and that say who meets."""
    from roadmap.model.values.recurrences import occurrences

    if not facts.plan.reviews:
        return []
    settings, today = facts.plan.settings, facts.today
    ends = [work.end for work in joint_work(facts).values()]
    launches = [launch.written for launch in facts.schedule.launches.values()]
    horizon = dt.date.fromordinal(max([today.toordinal(), *ends, *launches])) + dt.timedelta(days=366)
    found = []
    for review in facts.plan.reviews.values():
        if not review.teams:
            continue
        days: list[int] = []
        if review.every is not None:
            start, until = review.from_ or settings.starts or today, min(review.until or horizon, horizon)
            taking_place = occurrences(review.every, start, until, _MOST) if start <= until else []
            days = [day.toordinal() for day in taking_place if day not in review.skip]
        past = max(bisect_left(days, today.toordinal()) - 1, 0)
        if review.every is None or (days and days[-1] >= today.toordinal()):
            found.append(Meetings(review, days[past:]))
    return found


@remembered
def _attended(facts: Facts) -> dict[str, dict[str, Meetings]]:
    """Team to the reviews that it takes part in."""
    found: dict[str, dict[str, Meetings]] = {}
    for each in meetings(facts):
        for team in each.review.teams:
            found.setdefault(team, {})[each.review.id] = each
    return found


def shared(facts: Facts, one: str, other: str) -> list[Meetings]:
    """The reviews in which two teams meet."""
    attended = _attended(facts)
    there = attended.get(other, {})
    return [each for name, each in attended.get(one, {}).items() if name in there]


def all_days(series: Iterable[Meetings]) -> list[int]:
    """The days of several reviews together, in order."""
    return sorted({day for each in series for day in each.days})
