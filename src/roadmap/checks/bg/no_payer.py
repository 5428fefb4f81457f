"""BG503: functions work together, there is a budget, and nobody has said who pays it."""

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
    "BG503",
    "no-payer",
    severity="warning",
    profile="standard",
    scope="item",
    clause="funded by nobody",
    source="PMBOK Guide, project charter: a budget has a sponsor",
)
def no_payer(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, functions in cross_function(facts).items():
        initiative = facts.plan.initiatives[name]
        budget = initiative.budget
        if budget is None or budget.total is None or not budget.total.amount:
            continue  # a total of nothing is how one says that nothing has to be bought
        if not budget.wrote("split") or (budget.split and not any(budget.split.values())):
            yield rule.finding(
                f"Nobody is said to pay the {budget.total} of {named(initiative)}, in which {listed(functions)} work "
                "together: write who pays which part (`split: {function:it: 30%, …}`).",
                initiative.where("budget", "total"),
                items=(name,),
                act=(initiative.team,),
                evidence={"total": str(budget.total), "functions": functions},
            )
