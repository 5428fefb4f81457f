"""OB701: an initiative that does not say what it is for."""

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
    "OB701",
    "no-objective",
    severity="warning",
    profile="standard",
    scope="item",
    clause="initiative without objective",
    source="management by objectives (Drucker, 1954); OKR (Doerr, 2018): work is aligned by what it is for",
)
def no_objective(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not facts.plan.objectives:
        return
    for initiative in ongoing(facts):
        if not initiative.supports and not initiative.wrote("supports"):
            yield rule.finding(
                f"{named(initiative)} supports no objective: name the one that it is for (`supports`), or ask whether "
                "it is needed.",
                initiative.place,
                items=(initiative.id,),
                act=(initiative.team,),
            )
