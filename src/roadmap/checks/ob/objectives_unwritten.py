"""OB704: nobody has written down what any of the work is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "OB704",
    "objectives-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="initiative without objective (none in the whole workspace)",
    source="management by objectives (Drucker, 1954); OKR (Doerr, 2018): work is aligned by what it is for",
)
def objectives_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    initiatives = ongoing(facts)
    if initiatives and not facts.plan.objectives and not facts.plan.unread:
        yield rule.finding(
            f"None of the work ({counted(len(initiatives), 'initiative')}) has an objective: write what you want to "
            f"reach (`objectives`), and begin with what {named(initiatives[0])} is for (`supports`).",
            initiatives[0].place,
            act=[initiative.team for initiative in initiatives],
        )
