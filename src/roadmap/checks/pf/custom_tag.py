"""PF107: a tag of YAML such as `!include`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF107",
    "custom-tag",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a tag of YAML such as `!include`",
    source="plan language, Workspace and files: custom tags are refused",
)
def custom_tag(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("tag", facts, rule)
