"""TS607: an agency works on IT's system, and IT takes no part in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.plan import Plan
    from roadmap.model.registers import Technology
    from roadmap.model.task import Task


@check(
    "TS607",
    "external-without-it",
    severity="warning",
    profile="standard",
    scope="item",
    clause="an external team working on IT's system with IT neither doing nor consulted",
    source="ISO/IEC 27001:2022, A.5.19: work of suppliers on one's own systems is agreed with those who run them",
)
def external_without_it(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    agencies = {team.id for team in plan.teams.values() if team.external}
    systems = {name: tech for name, tech in plan.technologies.items() if _is_it(plan, tech.team or tech.decided_by)}
    if not agencies or not systems:
        return
    leads = {team.lead.address for team in plan.teams.values() if team.lead and _is_it(plan, team.id)}
    for task in standing(facts).open:
        if task.team in agencies:
            touched = [systems[name] for name in dict.fromkeys((*task.uses, *task.connects)) if name in systems]
            if touched and not _it_takes_part(plan, task, leads):
                yield _finding(facts, rule, task, touched)


def _is_it(plan: Plan, team: str | None) -> bool:
    return (
        team is not None and team in plan.teams and plan.teams[team].function == "it" and not plan.teams[team].external
    )


def _it_takes_part(plan: Plan, task: Task, leads: Collection[str]) -> bool:
    """IT leads the initiative, works on the task as well, or is asked: as function, team or one of its ``leads``."""
    for name in (plan.initiatives[task.initiative].team, *task.with_, *task.responsible, *task.consulted):
        if name is None:
            continue
        if name == "function:it" or _is_it(plan, name.removeprefix("team:")):
            return True
        if "@" in name and name.rstrip(">").rpartition("<")[2] in leads:
            return True
    return False


def _finding(facts: Facts, rule: Rule, task: Task, touched: list[Technology]) -> Finding:
    owners = sorted({team for technology in touched if (team := technology.team or technology.decided_by)})
    systems, run_by = listed([named(technology) for technology in touched]), listed(owners)
    return rule.finding(
        f"{named(task)} is work of {task.team} on {systems}, run by {run_by}, and no team of IT takes part or is "
        f"asked: name {run_by} under `consulted`, or let IT take part (`with`).",
        task.place,
        items=(task.id,),
        act=(facts.plan.initiatives[task.initiative].team,),
        know=(task.team, *owners),
        related=[
            Related(technology.where("team"), f"{technology.id} is run by {technology.team or technology.decided_by}")
            for technology in touched
        ],
        evidence={"technologies": [technology.id for technology in touched]},
    )
