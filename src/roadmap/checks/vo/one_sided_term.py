"""VO402: a word that only one function uses stands in what the other is asked to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.vo.readings import CALLED, lonely_terms
from roadmap.checks.vo.texts import Text, asked
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.registers import Term

_SHOWN = 5


@check(
    "VO402",
    "one-sided-term",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="a term only one function uses, in text meant for the other",
    source="domain-driven design: a shared language between those who ask and those who build (Evans, 2003)",
)
def one_sided_term(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for term, side, other, found in misread_terms(facts):
        yield _finding(rule, term, side, other, found)


def misread_terms(facts: Facts) -> Iterator[tuple[Term, str, str, list[Text]]]:
    """(term, the function that has a reading of it, the one that has none, texts that the first wrote for the second
    with the term in them)."""
    lonely = lonely_terms(facts)
    if not lonely:
        return
    for term, side, other in lonely:
        pattern = _pattern(term.id)
        found = [text for text in asked(facts).get((side, other), ()) if pattern.search(text.words)]
        if found:
            yield term, side, other, sorted(found, key=lambda text: text.place)


def _pattern(word: str) -> re.Pattern[str]:
    """The word by itself; an abbreviation only in capitals: IT is not “it”."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if word.isupper() else re.IGNORECASE)


def _finding(rule: Rule, term: Term, side: str, other: str, found: list[Text]) -> Finding:
    more = f" and {counted(len(found) - 1, 'more text')}" if len(found) > 1 else ""
    return rule.finding(
        f"“{term.id}” stands in {named(found[0].of)}{more}, which {CALLED[side]} asks of {CALLED[other]}, and the "
        f"glossary only says how {CALLED[side]} reads it: agree on what {CALLED[other]} understands by it (`{other}`).",
        term.place,
        more=dict.fromkeys(text.of.id for text in found),
        act=[text.team for text in found],
        know=[text.reader for text in found],
        related=[Related(text.place, f"{text.reader} reads it here") for text in found[:_SHOWN]],
        evidence={"term": term.id, "texts": len(found)},
        key=term.id,
    )
