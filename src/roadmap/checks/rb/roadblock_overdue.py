"""RB802: something is still in the way after the day by which it was to be cleared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.rb.in_the_way import driven, lacks, remedy, roadblocks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import days_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RB802",
    "roadblock-overdue",
    severity="warning",
    profile="standard",
    scope="item",
    clause="a roadblock past its date",
    source="PMI, A Guide to the Project Management Body of Knowledge: an issue log is reviewed by its target dates",
)
def roadblock_overdue(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for met in roadblocks(facts):
        due, owner, late = met.roadblock.due, met.roadblock.owner, met.days_late(facts.today)
        if not met.is_open or due is None or not late or met.task.id in driven(facts):
            continue
        lost = f", and has {lacks(met.missing)}" if met.missing else ""
        who = f", and write {remedy(met.missing)}" if met.missing else ""
        yield rule.finding(
            f"{met.words} was to be cleared by {due}, {days_of(late, elapsed=True)} ago{lost}: write when it was "
            f"resolved and how, or agree on a new day{who}.",
            met.roadblock.where("due"),
            items=(met.task.id,),
            act=(met.task.team,),
            know=(facts.plan.initiatives[met.task.initiative].team,),
            evidence={"due": due.isoformat(), "days_late": late, "owner": owner.address if owner else None},
            key=met.roadblock.what,
        )
