"""Which words of a text are abbreviations that want explaining."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"  # the last range has small letters in it, too
_ABBREVIATION = re.compile(rf"\b([{_CAPITAL}][{_CAPITAL}0-9]*[{_CAPITAL}])s?\b(?!-?\d)")
_ROMAN = re.compile(r"[IVX]+")
_PLAIN = ("CHF", "EU", "EUR", "GBP", "OK", "PLN", "TV", "UK", "US", "USA", "USD")
"""What everybody reads without help."""


def abbreviations(facts: Facts, words: str) -> list[str]:
    """Those that the glossary does not know, in the order of the text; none where all of it is in capitals. One that
    stands behind its words, as in ``customer data platform (CDP)``, is explained."""
    found = dict.fromkeys(_ABBREVIATION.findall(words))
    if not found or (words.isupper() and " " in words.strip()):
        return []
    known = _known(facts)
    return [
        word
        for word in found
        if word.isupper() and word.casefold() not in known and not _ROMAN.fullmatch(word) and f"({word})" not in words
    ]


@remembered
def _known(facts: Facts) -> frozenset[str]:
    """Terms of the glossary, markets, and what everybody knows, in small letters."""
    markets = (market for campaign in facts.plan.campaigns.values() for market in campaign.launches)
    return frozenset(word.casefold() for word in (*_PLAIN, *facts.plan.glossary, *markets))
