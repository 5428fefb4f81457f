"""SU901: a suppression without a reason or without an end date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.suppressing import identity
from roadmap.checks.wording import listed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SU901",
    "suppression-incomplete",
    severity="warning",
    profile="minimal",
    scope="item",
    clause="a suppression without a reason or without an end date",
    source="plan language, Suppressing a finding",
)
def suppression_incomplete(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for suppression in facts.suppressions:
        missing = [
            *(["an end date (`until 2027-01-31`)"] if suppression.until is None else []),
            *(["a reason (`because …`)"] if not suppression.because else []),
        ]
        if missing and suppression.codes:
            yield rule.finding(
                f"The suppression of {listed(suppression.codes)} hides nothing until it has {' and '.join(missing)}.",
                suppression.place,
                key=identity(suppression),
            )
