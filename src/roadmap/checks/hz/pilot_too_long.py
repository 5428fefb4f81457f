"""HZ702: a pilot takes longer than a pilot should."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.hz.pilots import dates_of, limit_place, pilots
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import days_of, iso, named
from roadmap.model.values.durations import Duration

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_DEFAULT = Duration(12, "w")
"""A quarter, less a week to plan it."""


@check(
    "HZ702",
    "pilot-too-long",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="pilot too long",
    source="the workspace's own limit (`pilot-length`); The Lean Startup (Ries, 2011): learn in the shortest time",
)
def pilot_too_long(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limit = facts.plan.settings.checks.limits.pilot_length or _DEFAULT
    by_default = "" if facts.plan.settings.checks.limits.pilot_length else " by default"
    for pilot in pilots(facts):
        dates = dates_of(facts, pilot).values()
        if not dates:
            continue
        first, end = min(each.start for each in dates), max(each.end for each in dates)
        calendar = facts.plan.workdays.get(pilot.team, facts.plan.workdays[None])
        length = end - first if limit.elapsed else calendar.count(first, end)
        most = math.ceil(limit.days(calendar.week_length))
        if length > most:
            words = f"{days_of(most, limit.elapsed)} at most ({limit}){by_default}"
            yield rule.finding(
                f"The pilot {named(pilot)} goes on from {iso(first)} to {iso(end - 1)}, "
                f"{days_of(length, limit.elapsed)}, and a pilot takes {words}: learn less at first, "
                "or begin and end closer together.",
                pilot.where("stage"),
                items=(pilot.id,),
                act=(pilot.team,),
                know=[facts.plan.tasks[name].team for name in dates_of(facts, pilot)],
                related=limit_place(facts, "pilot-length", words),
                evidence={"from": iso(first), "to": iso(end - 1), "days": length, "limit": most},
            )
