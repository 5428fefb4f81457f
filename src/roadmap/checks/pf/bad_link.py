"""PF116: a link that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF116",
    "bad-link",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a link that cannot be read",
    source="plan language, Values: link",
)
def bad_link(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("bad-link", facts, rule)
