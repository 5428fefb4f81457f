"""PF106: the merge key `<<`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.relay import faults_of

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "PF106",
    "merge-key",
    severity="error",
    profile="minimal",
    scope="item",
    clause="the merge key `<<`",
    source="plan language, Workspace and files: `<<` is refused, `templates` do its work",
)
def merge_key(facts: Facts, rule: Rule) -> Iterator[Finding]:
    return faults_of("merge-key", facts, rule)
