"""HZ707: no initiative says how far it reaches."""

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
    "HZ707",
    "horizons-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="no horizon in the whole workspace",
    source="Gartner, pace-layered application strategy: work of different pace is planned apart",
)
def horizons_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.unread:
        return  # a horizon may stand in a file that could not be read
    initiatives = ongoing(facts)
    if initiatives and all(initiative.horizon is None for initiative in facts.plan.initiatives.values()):
        yield rule.finding(
            f"None of the work ({counted(len(initiatives), 'initiative')}) is called tactical or strategic (`horizon`)"
            f": begin with {named(initiatives[0])}.",
            initiatives[0].place,
            act=[initiative.team for initiative in initiatives],
        )
