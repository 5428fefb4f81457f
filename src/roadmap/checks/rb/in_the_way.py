"""What is in the way of work that is not done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.open_work import open_tasks
from roadmap.checks.remembered import remembered
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Roadblock, Task


class Met(NamedTuple):
    """A roadblock, and the task that has met it."""

    task: Task
    roadblock: Roadblock

    @property
    def words(self) -> str:
        """``“No test data”, in the way of “Landing page” (spring-sale/landing),``: a subject of a sentence."""
        return f"“{self.roadblock.what}”, in the way of {named(self.task)},"

    @property
    def is_open(self) -> bool:
        return self.roadblock.resolved is None


@remembered
def roadblocks(facts: Facts) -> list[Met]:
    """Of all work that is not done, cleared or not, in order of tasks."""
    return [Met(task, roadblock) for task in open_tasks(facts) for roadblock in task.roadblocks]
