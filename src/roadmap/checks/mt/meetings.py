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

_BEYOND = 366
"""Days after the last joint work and the last launch that are looked at."""


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
    if not facts.plan.reviews:
        return []
    today = facts.problem.today
    ends = [work.end for work in joint_work(facts).values()]
    launches = [launch.written for launch in facts.schedule.launches.values()]
    horizon = dt.date.fromordinal(max([today, *ends, *launches]) + _BEYOND)
    found = []
    for review in facts.plan.reviews.values():
        if review.teams:
            days = _held(facts, review, horizon)
            past = max(bisect_left(days, today) - 1, 0)
            if review.every is None or (days and days[-1] >= today):
                found.append(Meetings(review, days[past:]))
    return found


def _held(facts: Facts, review: Review, horizon: dt.date) -> list[int]:
    """The days on which it takes place, those of calendars and feeds, as far as anybody works for others."""
    from roadmap.model.meetings import meetings

    series = review.model_copy(update={"until": min(review.until or horizon, horizon)})
    return [day.toordinal() for day in meetings(facts.plan, series, facts.today).held]


@remembered
def _attended(facts: Facts) -> dict[str, dict[str, Meetings]]:
    """Team to the reviews that it takes part in."""
    found: dict[str, dict[str, Meetings]] = {}
    for each in meetings(facts):
        for team in each.review.teams:
            found.setdefault(team, {})[each.review.id] = each
    return found


def attended(facts: Facts, team: str) -> list[Meetings]:
    """The reviews that a team takes part in."""
    return list(_attended(facts).get(team, {}).values())


def shared(facts: Facts, one: str, other: str) -> list[Meetings]:
    """The reviews in which two teams meet."""
    there = _attended(facts).get(other, {})
    return [each for each in attended(facts, one) if each.review.id in there]


def all_days(series: Iterable[Meetings]) -> list[int]:
    """The days of several reviews together, in order."""
    return sorted({day for each in series for day in each.days})
