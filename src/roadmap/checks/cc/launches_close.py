"""CC607: two launches of one team within a week, where the workspace does not say how close they may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.cc.gaps import crowded
from roadmap.checks.registry import Rule, check
from roadmap.model.values.durations import Duration

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

USUAL = Duration(5, "d")
"""A working week: the days after a launch on which its team still repairs, answers and measures."""


@check(
    "CC607",
    "launches-close",
    severity="info",
    profile="strict",
    scope="pair",
    clause="launches of the same team too close, where no limit is set",
    source="Kanban: limit work in progress (Anderson, 2010)",
)
def launches_close(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.settings.checks.limits.launch_gap is None:
        yield from crowded(facts, rule, USUAL, "are usual (set `launch-gap` in `limits` to say what you want)")
