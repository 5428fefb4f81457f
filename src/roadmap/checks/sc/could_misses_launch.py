"""SC103: a launch goes ahead without something that it could have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.optional_late import optional_late

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC103",
    "could-misses-launch",
    severity="info",
    profile="standard",
    scope="whole",
    clause="a could that is not available at the launch",
    source="MoSCoW prioritisation (DSDM Agile Project Framework)",
)
def could_misses_launch(facts: Facts, rule: Rule) -> Iterator[Finding]:
    yield from optional_late(facts, rule, "could")
