"""PF112: an id that is not lower-case-with-hyphens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF112",
    "bad-id",
    severity="error",
    profile="minimal",
    scope="item",
    clause="an id that is not lower-case-with-hyphens",
    source="plan language, Workspace and files: ids",
)
def bad_id(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("bad-id", facts, rule)
