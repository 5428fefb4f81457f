"""VO401: an abbreviation that the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.vo.texts import Text, texts
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_ABBREVIATION = re.compile(r"\b([A-Z][A-Z0-9]*[A-Z])s?\b(?!-?\d)")
_ROMAN = re.compile(r"[IVX]+")
_PLAIN = frozenset({"CHF", "EU", "EUR", "GBP", "OK", "PLN", "TV", "UK", "US", "USA", "USD"})
"""What everybody reads without help."""

_SHOWN = 5


@check(
    "VO401",
    "unknown-abbreviation",
    severity="info",
    profile="standard",
    scope="whole",
    clause="abbreviation not in the glossary",
    source="ISO 24495-1:2023, plain language: readers can find and understand what they need",
)
def unknown_abbreviation(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not facts.plan.glossary:
        return
    known = {term.casefold() for term in facts.plan.glossary} | {word.casefold() for word in _PLAIN | _markets(facts)}
    found: dict[str, list[Text]] = {}
    for text in texts(facts):
        for word in _abbreviations(text.words):
            if word.casefold() not in known:
                found.setdefault(word, []).append(text)
    for word in sorted(found):
        yield _finding(rule, word, sorted(found[word], key=lambda text: text.place))


def _markets(facts: Facts) -> frozenset[str]:
    return frozenset(market for campaign in facts.plan.campaigns.values() for market in campaign.launches)


def _abbreviations(words: str) -> list[str]:
    """In the order of the text; none where all of it is in capitals, or where the words stand before it, as in
    ``customer data platform (CDP)``."""
    if words.isupper() and " " in words.strip():
        return []
    found = dict.fromkeys(match[1] for match in _ABBREVIATION.finditer(words))
    return [word for word in found if not _ROMAN.fullmatch(word) and f"({word})" not in words]


def _finding(rule: Rule, word: str, places: list[Text]) -> Finding:
    first = places[0]
    more = f" and {counted(len(places) - 1, 'more text')}" if len(places) > 1 else ""
    return rule.finding(
        f"“{word}” stands in {named(first.of)}{more}, and the glossary does not know it: add what it means and how "
        "each side reads it, or write the words out.",
        first.place,
        items=dict.fromkeys(text.of.id for text in places),
        act=(first.team,),
        know=[text.reader for text in places],
        related=[Related(text.place, f"“{word}” stands here as well") for text in places[1:_SHOWN]],
        evidence={"word": word, "texts": len(places)},
        key=word,
    )
