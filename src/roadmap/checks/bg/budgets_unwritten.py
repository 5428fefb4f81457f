"""BG508: functions work together, and no initiative has a budget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import cross_function
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "BG508",
    "budgets-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="cross-function initiatives with no budget in the whole workspace",
    source="PMBOK Guide, project charter: work that crosses functions begins with the money for it",
)
def budgets_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    if plan.unread:
        return  # a budget may stand in a file that could not be read
    crossing = [plan.initiatives[name] for name in cross_function(facts)]
    if crossing and not any(initiative.budget for initiative in plan.initiatives.values()):
        yield rule.finding(
            f"None of {counted(len(crossing), 'initiative')} in which functions work together has a `budget`: begin "
            f"with {named(crossing[0])}.",
            crossing[0].place,
            act=[initiative.team for initiative in crossing],
        )
