"""OW502: more than one person is accountable for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative
    from roadmap.model.task import Task


@check(
    "OW502",
    "several-owners",
    severity="warning",
    profile="standard",
    scope="item",
    clause="several accountable owners",
    source="RACI: exactly one is accountable (PMBOK Guide, responsibility assignment matrix)",
)
def several_owners(facts: Facts, rule: Rule) -> Iterator[Finding]:
    going = {initiative.id: initiative for initiative in ongoing(facts)}
    for initiative in going.values():
        if len(initiative.owner) > 1:
            yield _finding(rule, initiative, initiative.team)
    for task in saying(facts, "owner"):
        if len(task.owner) > 1 and task.status in ("planned", "doing") and task.initiative in going:
            yield _finding(rule, task, task.team)


def _finding(rule: Rule, thing: Initiative | Task, team: str | None) -> Finding:
    people = [person.name or person.address for person in thing.owner]
    return rule.finding(
        f"{named(thing)} has {len(people)} owners, {listed(people)}: keep the one who is accountable, and name the "
        f"others {'`responsible`' if hasattr(thing, 'responsible') else '`responsible` in its tasks'}.",
        thing.where("owner"),
        items=(thing.id,),
        act=(team,),
        evidence={"owners": [person.address for person in thing.owner]},
    )
