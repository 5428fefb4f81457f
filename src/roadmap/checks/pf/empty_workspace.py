"""PF105: a workspace without a plan file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF105",
    "empty-workspace",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a workspace without a plan file",
    source="plan language, Workspace and files: a workspace is what its files say",
)
def empty_workspace(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("empty-workspace", facts, rule)
