"""Work that is further along than what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


def linked(facts: Facts, status: str) -> Iterator[tuple[Task, Task, Dependency]]:
    """(task of a status, a task that it needs, the link), for initiatives that are not over. A link with a lead lets
    the two overlap, and is left out."""
    tasks, over = facts.plan.tasks, finished(facts)
    for name, links in facts.plan.dependencies.items():
        task = tasks[name]
        if task.status == status and task.initiative not in over and name in facts.schedule.tasks:
            for link in links:
                if link.kind == "task" and link.target in facts.schedule.tasks and link.lag.amount >= 0:
                    yield task, tasks[link.target], link


def standing(task: Task) -> str:
    """How far a task is, for a sentence."""
    return "is still being done" if task.status == "doing" else "has not begun"
