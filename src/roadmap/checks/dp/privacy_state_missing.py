"""DP606: data is collected that nobody calls personal, and nobody has looked whether it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.dp.collecting import collections
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "DP606",
    "privacy-state-missing",
    severity="info",
    profile="strict",
    scope="item",
    clause="collects data without saying the state of privacy review (of data not said to be about people)",
    source="GDPR, Art. 30: a record of processing says what is collected, how, and where it goes",
)
def privacy_state_missing(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, entry, data in collections(facts):
        if task.status != "done" and not data.wrote("personal") and not entry.wrote("privacy"):
            yield rule.finding(
                f"{named(task)} collects {named(data)}, and the plan says neither whether that is about people nor in "
                "which state its privacy review is: write `personal` in the register, or `privacy` here.",
                entry.place,
                items=(task.id,),
                act=(task.team,),
                know=(data.steward,),
                evidence={"data": data.id},
                key=lasting(facts).name("data", data.id),
            )
