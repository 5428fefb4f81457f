"""PF102: a plan file that is not text in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF102",
    "not-utf-8",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a plan file that is not text in UTF-8",
    source="YAML 1.2.2, section 5.2: character encodings; plan files are UTF-8",
)
def not_utf_8(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("encoding", facts, rule)
