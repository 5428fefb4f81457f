"""SC102: a launch goes ahead without something that it should have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.optional_late import optional_late

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC102",
    "should-misses-launch",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="a should that is not available at the launch",
    source="MoSCoW prioritisation (DSDM Agile Project Framework)",
)
def should_misses_launch(facts: Facts, rule: Rule) -> Iterator[Finding]:
    yield from optional_late(facts, rule, "should")
