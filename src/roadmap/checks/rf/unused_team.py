"""RF118: a team that nothing in the plan names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF118",
    "unused-team",
    severity="info",
    profile="strict",
    scope="whole",
    clause="a team that nothing in the plan names",
    source="housekeeping, as linters report a name that is never used",
)
def unused_team(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    if plan.unread:
        return
    used = {task.team for task in plan.tasks.values()}
    used.update(team for task in saying(facts, "with_") for team in task.with_)
    unnamed = [team for team in plan.teams.values() if team.id not in used]
    if unnamed:
        used.update(_named_elsewhere(facts))
    for team in unnamed:
        if team.id not in used:
            yield rule.finding(
                f"Team {team.id} does nothing in this plan: no task, initiative, train, service, register or review "
                "names it. Remove it, or give it what it does.",
                team.place,
                items=(team.id,),
                act=(team.id,),
            )


def _named_elsewhere(facts: Facts) -> Iterator[str | None]:
    """The teams that stand anywhere but in the `team` and `with` of a task; other words may be among them."""
    plan = facts.plan
    for task in saying(facts, "responsible", "consulted", "informed"):
        yield from (*task.responsible, *task.consulted, *task.informed)
    for initiative in plan.initiatives.values():
        yield initiative.team
        yield from initiative.told
        if initiative.decides is not None:
            yield from (initiative.decides.strategy, initiative.decides.budget, initiative.decides.data)
        if initiative.budget is not None:
            yield from (payer.removeprefix("team:") for payer in initiative.budget.split)
    for registers in (plan.services, plan.trains, plan.objectives, plan.channels):
        yield from (entry.team for entry in registers.values())
    for technology in plan.technologies.values():
        yield from (technology.team, technology.funded_by, technology.decided_by)
    for data in plan.data.values():
        yield data.steward
    for blackout in plan.blackouts.values():
        yield from (word.removeprefix("team:") for word in blackout.for_)
    for review in plan.reviews.values():
        yield from review.teams
