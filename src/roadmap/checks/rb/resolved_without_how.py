"""RB803: a roadblock is cleared, and nobody can read how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.rb.in_the_way import roadblocks
from roadmap.checks.registry import Rule, check

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RB803",
    "resolved-without-how",
    severity="info",
    profile="standard",
    scope="item",
    clause="a roadblock closed without how",
    source="PMI, A Guide to the Project Management Body of Knowledge: an issue log holds how each issue was resolved",
)
def resolved_without_how(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for met in roadblocks(facts):
        if met.roadblock.resolved is not None and not (met.roadblock.how or "").strip():
            yield rule.finding(
                f"{met.words} was cleared on {met.roadblock.resolved}, and the plan does not say how: write `how`, for "
                "whoever meets the same again.",
                met.roadblock.where("resolved"),
                items=(met.task.id,),
                act=(met.task.team,),
                know=(facts.plan.initiatives[met.task.initiative].team,),
                key=met.roadblock.what,
            )
