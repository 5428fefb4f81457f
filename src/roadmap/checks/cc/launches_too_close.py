"""CC602: two launches of one team are closer to each other than the workspace wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.cc.gaps import crowded
from roadmap.checks.registry import Rule, check

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "CC602",
    "launches-too-close",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="launches of the same team too close",
    source="the workspace's own limit (`launch-gap`); Kanban: limit work in progress (Anderson, 2010)",
)
def launches_too_close(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limit = facts.plan.settings.checks.limits.launch_gap
    if limit is not None:
        yield from crowded(facts, rule, limit, "are wanted")
