"""RB801: something is in the way, and nobody has taken it on, or not by a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.rb.in_the_way import driven, lacks, remedy, roadblocks
from roadmap.checks.registry import Rule, check

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RB801",
    "roadblock-unowned",
    severity="warning",
    profile="standard",
    scope="item",
    clause="open roadblock with no owner or date",
    source="PMI, A Guide to the Project Management Body of Knowledge: an issue log names owner and target date",
)
def roadblock_unowned(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for met in roadblocks(facts):
        told = met.days_late(facts.today) or met.task.id in driven(facts)  # by RB802 or RB804
        if met.is_open and met.missing and not told:
            yield rule.finding(
                f"{met.words} has {lacks(met.missing)}: write {remedy(met.missing)}.",
                met.roadblock.place,
                items=(met.task.id,),
                act=(met.task.team,),
                know=(facts.plan.initiatives[met.task.initiative].team,),
                evidence={"missing": met.missing},
                key=met.roadblock.what,
            )
