"""MT802: teams that depend on each other do not meet for too long."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.mt.joint_work import joint_work
from roadmap.checks.mt.meetings import Meetings, all_days, shared
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import days_of, iso, listed, named
from roadmap.model.values.durations import Duration
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

DEFAULT = Duration(6, "w")
"""Where `review-gap` does not say otherwise."""


class Group(NamedTuple):
    """Teams that meet in the same reviews, and the boundary at which their joint work ends."""

    series: list[Meetings]
    teams: set[str]
    end: int


class Gap(NamedTuple):
    """Boundaries between which there is no meeting. ``meets``: one ends it, and not the end of the joint work;
    ``last``: no meeting follows at all."""

    start: int
    end: int
    meets: bool
    last: bool


@check(
    "MT802",
    "review-gap",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="the gap between reviews is longer than the limit",
    source="the workspace's limit (`review-gap`, default 6w); Scrum: short, regular cycles of inspection",
)
def review_gap(facts: Facts, rule: Rule) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], Group] = {}
    for pair, work in joint_work(facts).items() if facts.plan.reviews else ():
        series = shared(facts, *pair)
        if series and not any(each.unscheduled for each in series):
            key = tuple(each.review.id for each in series)
            group = groups.setdefault(key, Group(series, set(), work.end))
            group.teams.update(pair)
            groups[key] = group._replace(end=max(group.end, work.end))
    for _, group in sorted(groups.items()):
        yield from _findings(facts, rule, group)


def _findings(facts: Facts, rule: Rule, group: Group) -> Iterator[Finding]:
    calendar = facts.plan.workdays[None]
    limit = facts.plan.settings.checks.limits.review_gap or DEFAULT
    most = math.ceil(limit.days(calendar.week_length))
    for gap in _gaps(all_days(group.series), facts.problem.today, group.end):
        days = gap.end - gap.start if limit.elapsed else calendar.count(gap.start, gap.end)
        if days > most:
            yield _finding(rule, group, gap, days_of(days, limit.elapsed), days_of(most, limit.elapsed))
            return


def _gaps(days: list[int], today: int, end: int) -> Iterator[Gap]:
    """The gaps that are not over, from before the first meeting to the end of the joint work."""
    begun = [today, *days] if days[0] > today else days
    for start, following in pairwise(begun):
        if following > today and start < end:
            yield Gap(start, min(following, end), following <= end, False)
    if begun[-1] < end:
        yield Gap(begun[-1], end, False, True)


def _finding(rule: Rule, group: Group, gap: Gap, days: str, allowed: str) -> Finding:
    reviews = [each.review for each in group.series]
    teams, names = sorted(group.teams), listed([named(review) for review in reviews])
    to = f"the meeting on {iso(gap.end)}" if gap.meets else f"the end of their joint work on {iso(gap.end - 1)}"
    return rule.finding(
        f"{listed(teams, most=6)} depend on each other and meet only in {names}, where it is {days} from "
        f"{iso(gap.start)} to {to}, more than the {allowed} that are allowed: add a meeting between, or meet more "
        "often.",
        reviews[0].where("until" if gap.last and reviews[0].wrote("until") else "every"),
        more=(review.id for review in reviews),
        act=teams,
        related=[Related(review.where("every"), "they meet here, too") for review in reviews[1:]],
        evidence={"from": iso(gap.start), "to": iso(gap.end), "days": days, "limit": allowed, "teams": teams},
    )
