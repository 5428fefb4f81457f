"""SC106: a task misses its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.too_late_for_day import too_late_for_day

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC106",
    "deadline-missed",
    severity="error",
    profile="minimal",
    scope="whole",
    clause="deadline missed",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 7 (reasonable total float)",
)
def deadline_missed(facts: Facts, rule: Rule) -> Iterator[Finding]:
    yield from too_late_for_day(facts, rule, "deadline")
