"""RF104: a train that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF104",
    "unknown-train",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a train that does not exist",
    source="plan language, References: one grammar everywhere",
)
def unknown_train(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-train", facts, rule)
