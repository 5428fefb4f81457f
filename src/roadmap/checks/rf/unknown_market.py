"""RF107: a market in which the campaign does not launch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF107",
    "unknown-market",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a market in which the campaign does not launch",
    source="plan language, References: one grammar everywhere",
)
def unknown_market(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-market", facts, rule)
