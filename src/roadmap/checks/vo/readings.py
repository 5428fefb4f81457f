"""How marketing and IT read the terms of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.registers import Term

CALLED = {"marketing": "marketing", "it": "IT"}
"""The functions whose readings a term can have, in words."""


def lonely_terms(facts: Facts) -> list[tuple[Term, str, str]]:
    """Terms that have a reading for one function only: with that function and the other."""
    return [
        (term, "marketing", "it") if term.marketing else (term, "it", "marketing")
        for term in facts.plan.glossary.values()
        if bool(term.marketing) != bool(term.it)
    ]
