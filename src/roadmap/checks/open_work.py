"""What is not done yet, of initiatives that go on: what checks of registers speak about."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task


@remembered
def open_tasks(facts: Facts) -> list[Task]:
    """Scheduled tasks that are planned or under way, in order of their ids."""
    found = standing(facts)
    return sorted([*(task for task, _ in found.pending), *found.doing], key=attrgetter("id"))
