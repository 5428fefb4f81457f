"""RF113: holidays of a country or subdivision that is not known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF113",
    "unknown-holidays",
    severity="error",
    profile="minimal",
    scope="item",
    clause="holidays of a country or subdivision that is not known",
    source="ISO 3166-1 and 3166-2: codes of countries and their subdivisions",
)
def unknown_holidays(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("unknown-holidays", facts, rule)
