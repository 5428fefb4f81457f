"""HZ706: a strategic project that nothing in the plan builds on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.crossings import initiative_of
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.model.initiative import Project

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.plan import Plan


@check(
    "HZ706",
    "strategic-unused",
    severity="info",
    profile="standard",
    scope="whole",
    clause="a strategic project that nothing uses",
    source="benefits management (Ward and Daniel, 2006): a capability is worth what is done with it",
)
def strategic_unused(facts: Facts, rule: Rule) -> Iterator[Finding]:
    strategic = [
        project for project in ongoing(facts) if isinstance(project, Project) and project.horizon == "strategic"
    ]
    if not strategic or facts.plan.unread or _some_links_unknown(facts.plan):
        return  # what uses it may stand where nothing could be read
    used = _used(facts)
    for project in strategic:
        if project.id not in used:
            yield rule.finding(
                f"{named(project)} is strategic, and nothing in the plan uses it: no task of another initiative waits "
                "for it, and no roll-out scales it; link what will use it, ideas included.",
                project.where("horizon"),
                items=(project.id,),
                act=(project.team,),
            )


def _some_links_unknown(plan: Plan) -> bool:
    return any(len(task.needs) > len(plan.dependencies.get(task.id, ())) for task in plan.tasks.values()) or any(
        initiative.wrote("scales") and initiative.scales is None for initiative in plan.initiatives.values()
    )


def _used(facts: Facts) -> set[str]:
    """Initiatives that another one waits for or scales, be it only an idea; what is cancelled does not count."""
    plan = facts.plan
    waits = [
        (plan.tasks[name].initiative, initiative_of(plan, link))
        for name, links in plan.dependencies.items()
        if plan.tasks[name].status != "dropped"
        for link in links
    ]
    waits += [(name, initiative_of(plan, link)) for name, link in plan.after.items()]
    waits += [(initiative.id, initiative.scales) for initiative in plan.initiatives.values()]
    return {
        needed
        for home, needed in waits
        if needed is not None and needed != home and plan.initiatives[home].status != "cancelled"
    }
