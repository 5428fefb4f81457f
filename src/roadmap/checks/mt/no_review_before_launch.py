"""MT803: between the day by which work must be asked for soon and its launch, both sides do not meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.mt.unmet import soon, told, unmet
from roadmap.checks.registry import Rule, check

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "MT803",
    "no-review-before-launch",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="no review falls between a request's ask-by day and its launch: soon",
    source="Scaled Agile Framework, ART sync: what is asked is looked at together before it is needed",
)
def no_review_before_launch(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for launch, found in unmet(facts).items():
        last = soon(facts)
        yield from told(facts, rule, launch, [ask for ask in found if ask.ask_by <= last])
