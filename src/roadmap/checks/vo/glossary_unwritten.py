"""VO404: one function writes abbreviations to another, and there is no glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.vo.abbreviations import abbreviations
from roadmap.checks.vo.texts import Text, asked
from roadmap.checks.wording import counted, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "VO404",
    "glossary-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="abbreviations in text meant for another function, and no glossary in the whole workspace",
    source="ISO 24495-1:2023, plain language: readers can find and understand what they need",
)
def glossary_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.glossary or facts.plan.unread:
        return
    found: dict[str, Text] = {}
    for written in asked(facts).values():
        for text in written:
            for word in abbreviations(facts, text.words):
                found.setdefault(word, text)
    if found:
        words = sorted(found)
        first = found[words[0]]
        yield rule.finding(
            f"{counted(len(words), 'abbreviation')} ({listed(words)}) in what one function asks of another, first in "
            f"{named(first.of)}, and no `glossary`: write what they mean and how each side reads them.",
            first.place,
            act=[text.team for text in found.values()],
            know=[text.reader for text in found.values()],
            evidence={"words": words},
        )
