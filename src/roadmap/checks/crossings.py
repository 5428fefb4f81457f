"""Links from one initiative to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


class Crossing(NamedTuple):
    """An open task that waits for what is not done in another initiative."""

    task: Task
    link: Dependency
    needed: str


def initiative_of(plan: Plan, link: Dependency) -> str | None:
    """The initiative that a link points at or into; ``None`` for releases and cut-offs."""
    if link.kind == "task":
        return plan.tasks[link.target].initiative
    if link.kind in ("release", "cut-off"):
        return None
    return link.target.partition("/")[0].partition("@")[0]


@remembered
def crossings(facts: Facts) -> list[Crossing]:
    """All of them, in order of the tasks that wait."""
    plan, found = facts.plan, []
    for task in standing(facts).open:
        for link in plan.dependencies.get(task.id, ()):
            needed = initiative_of(plan, link)
            if needed is None or needed == task.initiative or link.target not in facts.network:
                continue
            if link.kind != "task" or plan.tasks[link.target].status != "done":
                found.append(Crossing(task, link, needed))
    return found
