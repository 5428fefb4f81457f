"""PF101: a plan file that cannot be opened or read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF101",
    "unreadable-file",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a plan file that cannot be opened or read",
    source="plan language, Workspace and files: every plan file below the root is read",
)
def unreadable_file(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unreadable", facts, rule)
