"""RF101: a reference to a task that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF101",
    "unknown-task",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a reference to a task that does not exist",
    source="plan language, References: one grammar everywhere",
)
def unknown_task(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-task", facts, rule)
