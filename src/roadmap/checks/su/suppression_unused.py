"""SU903: a suppression that hides nothing."""

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
    "SU903",
    "suppression-unused",
    severity="warning",
    profile="standard",
    scope="suppressions",
    clause="a suppression that hides nothing",
    source="plan language, Suppressing a finding",
)
def suppression_unused(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.unread:
        return
    faulty = {(fault.place.path, fault.place.line) for fault in facts.faults}
    for suppression in facts.suppressions:
        if (suppression.place.path, suppression.line) in faulty:
            continue  # once that can be read, there may be something to hide
        yield rule.finding(
            f"The suppression of {listed(suppression.codes)} hides nothing: nothing of that kind is found in line "
            f"{suppression.line}. Remove it.",
            suppression.place,
            evidence={"codes": list(suppression.codes)},
            key=identity(suppression),
        )
