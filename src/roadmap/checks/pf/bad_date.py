"""PF114: a date or a span of days that is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF114",
    "bad-date",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a date or a span of days that is none",
    source="plan language, Values: date, anchored date, span of days",
)
def bad_date(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("bad-date", facts, rule)
