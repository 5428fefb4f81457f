"""PF111: an id that two things of one section share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF111",
    "duplicate-id",
    severity="error",
    profile="minimal",
    scope="item",
    clause="an id that two things of one section share",
    source="plan language, Workspace and files: ids are unique per section across the workspace",
)
def duplicate_id(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("duplicate-id", facts, rule)
