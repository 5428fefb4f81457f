"""SU902: a suppression whose end date has passed."""

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
    "SU902",
    "suppression-expired",
    severity="warning",
    profile="minimal",
    scope="item",
    clause="a suppression whose end date has passed",
    source="plan language, Suppressing a finding",
)
def suppression_expired(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for suppression in facts.suppressions:
        if suppression.because and suppression.until is not None and suppression.until < facts.today:
            yield rule.finding(
                f"The suppression of {listed(suppression.codes)} ended on {suppression.until} and hides nothing: "
                f"remove it, or, if “{suppression.because}” still holds, give it a new end date.",
                suppression.place,
                evidence={"until": suppression.until.isoformat()},
                key=identity(suppression),
            )
