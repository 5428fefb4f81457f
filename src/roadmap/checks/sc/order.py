"""Work that is further along than what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


def linked(facts: Facts, tasks: Iterable[Task]) -> Iterator[tuple[Task, Task, Dependency]]:
    """(task, a task that it needs, the link). A link with a lead lets the two overlap, and is left out."""
    scheduled = facts.schedule.tasks
    for task in tasks:
        for link in facts.plan.dependencies.get(task.id, ()):
            if link.kind == "task" and link.target in scheduled and link.lag.amount >= 0:
                yield task, facts.plan.tasks[link.target], link


def how_far(task: Task) -> str:
    """How far a task is, for a sentence."""
    return "is still being done" if task.status == "doing" else "has not begun"
