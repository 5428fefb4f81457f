"""The words of a page that two departments read in two ways, as the plan's glossary tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, get_args

from roadmap.model.plan import Plan
from roadmap.model.registers import Term
from roadmap.tui.detail.paragraph import Paragraph, fact, heading

Reading = Literal["both", "marketing", "it"]
READINGS: tuple[Reading, ...] = get_args(Reading)

_TITLES: dict[Reading, str] = {
    "both": "Terms",
    "marketing": "Terms, as marketing reads them",
    "it": "Terms, as IT reads them",
}


def with_terms(page: Iterable[Paragraph], plan: Plan, reading: Reading) -> Iterator[Paragraph]:
    """A page, and after it the terms of the glossary that stand in it."""
    shown = list(page)
    yield from shown
    found = _found("\n".join(paragraph.text for paragraph in shown), plan) if plan.glossary else []
    if found:
        yield from heading(_TITLES[reading])
    for term in found:
        yield fact(term.id, _read(term, reading), place=term.place)


def _found(text: str, plan: Plan) -> list[Term]:
    words = {match.casefold() for match in _pattern(tuple(plan.glossary)).findall(text)}
    return [term for term in plan.glossary.values() if term.id.casefold() in words]


@lru_cache(maxsize=2)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words by itself, also in the plural; an abbreviation only in capitals: IT is not “it”. The longest
    comes first, so that a term of two words is not taken for its first."""
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in longest)
    return re.compile(rf"(?<!\w)({either})(?=s?(?!\w))")


def _read(term: Term, reading: Reading) -> str:
    means, marketing, it = (text or "" for text in (term.means, term.marketing, term.it))
    if reading == "marketing":
        return marketing or f"{means or 'no meaning is written'} (marketing has no reading of its own)"
    if reading == "it":
        return it or f"{means or 'no meaning is written'} (IT has no reading of its own)"
    readings = (f"marketing: {marketing}" if marketing else "", f"IT: {it}" if it else "")
    return "; ".join(filter(None, (means, *readings))) or "no meaning is written"
