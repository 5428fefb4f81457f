"""Which work collects which data, and which work reviews its privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lasting import lasting
from roadmap.checks.remembered import remembered
from roadmap.checks.saying import saying
from roadmap.checks.standing import scheduled_saying
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
    data = facts.plan.data
    return [
        Collecting(task, entry, data[entry.data])
        for task, _ in scheduled_saying(facts, "collects")
        for entry in task.collects
        if entry.data in data
    ]


@remembered
def _reviews(facts: Facts) -> dict[str, dict[str, list[Task]]]:
    """Data set to initiative to the scheduled tasks there that review its privacy, in the order of ``_through``."""
    found: dict[str, dict[str, list[Task]]] = {}
    for task in saying(facts, "reviews_data"):
        if is_scheduled(task, facts.plan):
            for data in dict.fromkeys(task.reviews_data):
                found.setdefault(data, {}).setdefault(task.initiative, []).append(task)
    for by_initiative in found.values():
        for tasks in by_initiative.values():
            tasks.sort(key=lambda task: _through(facts, task))
    return found


def _through(facts: Facts, review: Task) -> tuple[bool, int, str]:
    """Reviews in order of when they are through; those without dates last."""
    dates = facts.schedule.tasks.get(review.id)
    return dates is None, dates.end if dates is not None else 0, lasting(facts).work(review.id)


def reviews_for(facts: Facts, collecting: Collecting) -> list[Task]:
    """The tasks that review what is collected, in the order in which they are through: those of the same initiative, or
    else those that it waits for anywhere."""
    data, task, tasks = collecting.data.id, collecting.task, facts.plan.tasks
    reviews = _reviews(facts).get(data)
    if not reviews:
        return []
    near = reviews.get(task.initiative)
    if near:
        return near
    before = [tasks[node] for node in _waits_for(facts, task.id) if node in tasks and data in tasks[node].reviews_data]
    return sorted(before, key=lambda review: _through(facts, review))


def _waits_for(facts: Facts, task: str) -> set[str]:
    found = {task}
    queue = [task]
    for node in queue:
        for source in facts.network.incoming.get(node, ()):
            if source not in found:
                found.add(source)
                queue.append(source)
    return found
