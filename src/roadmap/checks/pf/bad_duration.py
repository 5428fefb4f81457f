"""PF115: a duration, an estimate, an effort or a notice that is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF115",
    "bad-duration",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a duration, an estimate, an effort or a notice that is none",
    source="plan language, Values: duration, elapsed time, estimate, effort",
)
def bad_duration(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("bad-duration", facts, rule)
