"""RF117: a name that could mean two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF117",
    "ambiguous-reference",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a name that could mean two things",
    source="plan language, References: the kind is written before an id that fits two",
)
def ambiguous_reference(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("ambiguous", facts, rule)
