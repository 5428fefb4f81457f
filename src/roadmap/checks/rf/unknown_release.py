"""RF105: a release that its train does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF105",
    "unknown-release",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a release that its train does not have",
    source="plan language, References: one grammar everywhere",
)
def unknown_release(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-release", facts, rule)
