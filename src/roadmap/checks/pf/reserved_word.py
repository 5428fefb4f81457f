"""PF113: a key that is kept for later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF113",
    "reserved-word",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a key that is kept for later",
    source="plan language, Sections: `repeats` and `pauses` are reserved",
)
def reserved_word(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("reserved", facts, rule)
