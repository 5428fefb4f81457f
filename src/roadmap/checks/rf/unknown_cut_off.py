"""RF106: a cut-off that its train does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF106",
    "unknown-cut-off",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a cut-off that its train does not have",
    source="plan language, References: one grammar everywhere",
)
def unknown_cut_off(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-cut-off", facts, rule)
