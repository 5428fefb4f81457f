"""OW503: functions work together, and nobody has said who decides what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import cross_function
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative

DECISIONS = ("strategy", "budget", "data")


@check(
    "OW503",
    "undecided",
    severity="warning",
    profile="standard",
    scope="item",
    clause="cross-function initiative does not say who decides strategy, budget and data",
    source="decision rights: who has the D (Rogers and Blenko, Harvard Business Review, January 2006)",
)
def undecided(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not any(initiative.decides for initiative in facts.plan.initiatives.values()):
        return
    for name, functions in cross_function(facts).items():
        initiative = facts.plan.initiatives[name]
        open_ = open_decisions(initiative)
        if open_:
            yield rule.finding(
                f"{listed(functions)} work together in {named(initiative)}, and nobody has said who decides "
                f"{listed(open_)}: name the team in `decides`.",
                initiative.where("decides"),
                items=(name,),
                act=(initiative.team,),
                evidence={"functions": functions, "open": open_},
            )


def open_decisions(initiative: Initiative) -> list[str]:
    """Which decisions are written for no team. What is written and cannot be read is a finding of its own."""
    decides = initiative.decides
    if decides is None:
        return [] if initiative.wrote("decides") else list(DECISIONS)
    return [what for what in DECISIONS if not decides.wrote(what)]
