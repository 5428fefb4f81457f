"""PF118: two statements that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF118",
    "contradiction",
    severity="error",
    profile="minimal",
    scope="item",
    clause="two statements that exclude each other",
    source="plan language, Values and Sections: effort or duration, `launch` or `launches`",
)
def contradiction(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("contradiction", facts, rule)
