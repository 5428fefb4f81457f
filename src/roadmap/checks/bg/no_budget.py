"""BG501: functions work together, and no budget is written for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import cross_function
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "BG501",
    "no-budget",
    severity="warning",
    profile="standard",
    scope="item",
    clause="cross-function initiative with no budget",
    source="PMBOK Guide, project charter: work that crosses functions begins with the money for it",
)
def no_budget(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not any(initiative.budget for initiative in facts.plan.initiatives.values()):
        return
    for name, functions in cross_function(facts).items():
        initiative = facts.plan.initiatives[name]
        budget = initiative.budget
        if not (initiative.wrote("budget") if budget is None else budget.wrote("total")):
            yield rule.finding(
                f"{listed(functions)} work together in {named(initiative)}, and no budget is written: write its "
                "`total` and who pays which part of it (`split`).",
                initiative.where("budget"),
                items=(name,),
                act=(initiative.team,),
                evidence={"functions": functions},
            )
