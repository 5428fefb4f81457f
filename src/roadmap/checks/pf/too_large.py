"""PF104: a file, a nesting or an expansion of aliases beyond what plans need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF104",
    "too-large",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a file, a nesting or an expansion of aliases beyond what plans need",
    source="plan language, Workspace and files: anchors and aliases are bounded",
)
def too_large(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("too-large", facts, rule)
