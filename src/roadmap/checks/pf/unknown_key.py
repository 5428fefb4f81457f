"""PF108: a key or a section that the plan language does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF108",
    "unknown-key",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a key or a section that the plan language does not know",
    source="plan language, Workspace and files: an unknown key is an error that proposes the nearest",
)
def unknown_key(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-key", facts, rule)
