"""PF110: a key that is written twice in one mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF110",
    "duplicate-key",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a key that is written twice in one mapping",
    source="plan language, Workspace and files: a duplicate key is an error naming both lines",
)
def duplicate_key(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("duplicate-key", facts, rule)
