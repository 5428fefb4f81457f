"""OW501: an initiative without an accountable owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "OW501",
    "no-owner",
    severity="warning",
    profile="standard",
    scope="item",
    clause="no accountable owner",
    source="RACI: exactly one is accountable (PMBOK Guide, responsibility assignment matrix)",
)
def no_owner(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not any(initiative.owner for initiative in facts.plan.initiatives.values()):
        return
    for initiative in ongoing(facts):
        if not initiative.wrote("owner"):
            yield rule.finding(
                f"Nobody is accountable for {named(initiative)}: write its one `owner`, as other initiatives do.",
                initiative.place,
                items=(initiative.id,),
                act=(initiative.team,),
            )
