"""BG507: an initiative has spent more than its budget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bg.amounts import money_text
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "BG507",
    "overspent",
    severity="warning",
    profile="standard",
    scope="item",
    clause="more is spent than the budget holds",
    source="PMBOK Guide, control costs: what is spent is held against the budget",
)
def overspent(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for initiative in ongoing(facts):
        budget = initiative.budget
        if budget is None or budget.total is None or budget.spent is None:
            continue
        if budget.spent.currency == budget.total.currency and budget.spent.amount > budget.total.amount:
            over = money_text(budget.spent.amount - budget.total.amount, budget.total.currency)
            yield rule.finding(
                f"{named(initiative)} has spent {budget.spent}, {over} more than its budget of {budget.total}: agree "
                "on more money, or on less work.",
                initiative.where("budget", "spent"),
                items=(initiative.id,),
                act=(initiative.team,),
                related=[Related(initiative.where("budget", "total"), f"a budget of {budget.total}")],
                evidence={"spent": str(budget.spent), "total": str(budget.total), "over": over},
            )
