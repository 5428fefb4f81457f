"""DP601: data is collected, and the plan does not say how, where, or whether anybody has reviewed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.dp.collecting import collections
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_WANTED = {"how": "how", "stored-in": "where it is stored", "privacy": "in which state its privacy review is"}


@check(
    "DP601",
    "collection-incomplete",
    severity="warning",
    profile="standard",
    scope="item",
    clause="collects data without saying how, where, or the state of privacy review",
    source="GDPR, Art. 30: a record of processing says what is collected, how, and where it goes",
)
def collection_incomplete(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, entry, data in collections(facts):
        if task.status == "done":
            continue
        wanted = [key for key in _WANTED if key != "privacy" or data.personal]
        missing = [key for key in wanted if not entry.wrote(key)]
        if missing:
            yield rule.finding(
                f"{named(task)} collects {named(data)} without saying {listed([_WANTED[key] for key in missing])}: add "
                f"{listed([f'`{key}`' for key in missing])}.",
                entry.place,
                items=(task.id,),
                act=(task.team,),
                know=(data.steward, facts.plan.initiatives[task.initiative].team),
                evidence={"data": data.id, "missing": missing},
                key=lasting(facts).name("data", data.id),
            )
