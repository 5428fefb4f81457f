"""PF109: text, a list or a mapping where another of them is expected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF109",
    "wrong-type",
    severity="error",
    profile="minimal",
    scope="item",
    clause="text, a list or a mapping where another of them is expected",
    source="plan language, Sections: the shape of each field",
)
def wrong_type(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("wrong-type", facts, rule)
