"""SC108: a team cannot keep the date that it promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.too_late_for_day import too_late_for_day

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC108",
    "promise-missed",
    severity="error",
    profile="minimal",
    scope="whole",
    clause="promised date cannot be kept",
    source="Last Planner System (Ballard, 2000): reliable promises, told as soon as they cannot be kept",
)
def promise_missed(facts: Facts, rule: Rule) -> Iterator[Finding]:
    yield from too_late_for_day(facts, rule, "promised")
