"""VO401: an abbreviation that the glossary does not explain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.vo.abbreviations import abbreviations
from roadmap.checks.vo.texts import Text, texts
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

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
    if not facts.plan.glossary or facts.plan.unread:
        return
    found: dict[str, list[Text]] = {}
    for text in texts(facts):
        for word in abbreviations(facts, text.words):
            found.setdefault(word, []).append(text)
    for word in sorted(found):
        yield _finding(rule, word, sorted(found[word], key=lambda text: text.place))


def _finding(rule: Rule, word: str, places: list[Text]) -> Finding:
    first = places[0]
    more = f" and {counted(len(places) - 1, 'more text')}" if len(places) > 1 else ""
    return rule.finding(
        f"“{word}” stands in {named(first.of)}{more}, and the glossary does not know it: add what it means and how "
        "each side reads it, or write the words out.",
        first.place,
        more=dict.fromkeys(text.of.id for text in places),
        act=(first.team,),
        know=[text.reader for text in places],
        related=[Related(text.place, f"“{word}” stands here as well") for text in places[1:_SHOWN]],
        evidence={"word": word, "texts": len(places)},
        key=word,
    )
