"""VO403: an entry of the glossary that does not say how both sides read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.vo.one_sided_term import misread_terms
from roadmap.checks.vo.readings import CALLED
from roadmap.checks.wording import listed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "VO403",
    "term-without-readings",
    severity="info",
    profile="standard",
    scope="whole",
    clause="glossary entry without both readings",
    source="domain-driven design: a shared language between those who ask and those who build (Evans, 2003)",
)
def term_without_readings(facts: Facts, rule: Rule) -> Iterator[Finding]:
    glossary = facts.plan.glossary
    if not any(term.marketing or term.it for term in glossary.values()):
        return
    told = {term.id for term, *_ in misread_terms(facts)}
    for term in glossary.values():
        missing = [side for side in CALLED if not getattr(term, side)]
        if missing and term.id not in told:
            who, keys = listed([CALLED[side] for side in missing]), listed([f"`{side}`" for side in missing])
            reads = "reads" if len(missing) == 1 else "read"
            yield rule.finding(
                f"The glossary explains “{term.id}” without saying how {who} {reads} it: add {keys}.",
                term.place,
                evidence={"missing": missing},
                key=term.id,
            )
