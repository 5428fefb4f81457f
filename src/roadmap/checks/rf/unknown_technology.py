"""RF110: a technology that is not in the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF110",
    "unknown-technology",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a technology that is not in the register",
    source="plan language, References: one grammar everywhere",
)
def unknown_technology(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-technology", facts, rule)
