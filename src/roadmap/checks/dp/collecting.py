"""Which work collects which data, and which work reviews its privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished
from roadmap.network import is_scheduled

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.registers import DataSet
    from roadmap.model.task import Collection, Task


class Collecting(NamedTuple):
    """A task, what it writes under `collects`, and the data set."""

    task: Task
    entry: Collection
    data: DataSet

    @property
    def unapproved(self) -> bool:
        """Data about people that no privacy review has approved."""
        return self.data.personal and self.entry.privacy != "approved"


@remembered
def collections(facts: Facts) -> list[Collecting]:
    """What scheduled tasks of initiatives that go on collect, or have begun to collect, in order of tasks."""
    if not facts.plan.data:
        return []
    over, tasks, data = finished(facts), facts.plan.tasks, facts.plan.data
    return [
        Collecting(tasks[name], entry, data[entry.data])
        for name in facts.schedule.tasks
        if tasks[name].collects and tasks[name].initiative not in over
        for entry in tasks[name].collects
        if entry.data in data
    ]


@remembered
def _reviews(facts: Facts) -> dict[str, list[Task]]:
    """Data set to the scheduled tasks that review its privacy."""
    found: dict[str, list[Task]] = {}
    for task in facts.plan.tasks.values():
        if task.reviews_data and is_scheduled(task, facts.plan):
            for data in dict.fromkeys(task.reviews_data):
                found.setdefault(data, []).append(task)
    return found


def reviews_for(facts: Facts, collecting: Collecting) -> list[Task]:
    """The tasks that review what is collected: those of the same initiative, and those that it waits for anywhere."""
    found = _reviews(facts).get(collecting.data.id, [])
    near = [task for task in found if task.initiative == collecting.task.initiative]
    if near or not found:
        return near
    before = _waits_for(facts, collecting.task.id)
    return [task for task in found if task.id in before]


def _waits_for(facts: Facts, task: str) -> set[str]:
    found = {task}
    queue = [task]
    for node in queue:
        for source in facts.network.incoming.get(node, ()):
            if source not in found:
                found.add(source)
                queue.append(source)
    return found
