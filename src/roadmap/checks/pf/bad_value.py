"""PF117: a value that its field does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF117",
    "bad-value",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a value that its field does not know",
    source="plan language, Sections: what each field may hold",
)
def bad_value(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("bad-value", facts, rule)
