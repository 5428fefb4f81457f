"""PF103: a plan file that is not YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF103",
    "not-yaml",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a plan file that is not YAML",
    source="YAML 1.2.2",
)
def not_yaml(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("yaml", facts, rule)
