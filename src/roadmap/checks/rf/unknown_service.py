"""RF108: a service that no team offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF108",
    "unknown-service",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a service that no team offers",
    source="plan language, References: one grammar everywhere",
)
def unknown_service(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-service", facts, rule)
