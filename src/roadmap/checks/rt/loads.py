"""How much a release carries, and how much of that cannot ship with a later one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.bounds import is_written
from roadmap.checks.shipping import release_of
from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.release import Release
    from roadmap.model.task import Task


class Loaded(NamedTuple):
    """A release that is not out yet, and what the schedule by logic puts on it.

    ``fixed``: what is planned for it by name, or would be too late for a written day with the next release. ``load``
    and ``fixed_load`` are in ``unit``.
    """

    release: Release
    tasks: list[Task]
    fixed: list[Task]
    load: float
    fixed_load: float
    capacity: float
    unit: str

    @property
    def holds(self) -> str:
        """``1 task``, ``30 person-days``."""
        return f"{self.capacity:g} {self.unit.removesuffix('s') if self.capacity == 1 else self.unit}"


def loaded(facts: Facts) -> Iterator[Loaded]:
    """All coming releases that say how much they hold."""
    over = finished(facts)
    for name, carried in facts.schedule.carries.items():
        release = release_of(facts, name)
        if release.capacity is None or release.date < facts.today:
            continue
        tasks = [facts.plan.tasks[task] for task in carried if facts.plan.tasks[task].initiative not in over]
        fixed = [task for task in tasks if name in task.release or not _can_wait(facts, task, release)]
        in_days = release.capacity.unit == "pd"
        unit = "person-days" if in_days else "tasks"
        load, fixed_load = (sum(_size(facts, task, in_days) for task in some) for some in (tasks, fixed))
        yield Loaded(release, tasks, fixed, load, fixed_load, release.capacity.amount, unit)


def _can_wait(facts: Facts, task: Task, release: Release) -> bool:
    """Whether a later release would do as well; what its launch goes ahead without gives way to what it must have."""
    dates = facts.schedule.tasks[task.id]
    if task.status == "done" or not is_written(dates.bound_by):
        return task.status != "done"
    if task.priority != "must" and dates.bound_by.startswith("launch ") and not _is_needed(facts, task):
        return True
    node = facts.problem.nodes[facts.problem.index[task.id]]
    assert node.work is not None
    for timetable in node.work.trains:
        if release in timetable.releases:
            latest = timetable.carrier(dates.late_end)
            return latest is None or timetable.releases[latest].date > release.date
    return True


def _is_needed(facts: Facts, task: Task) -> bool:
    """Whether other tasks wait for it."""
    return any(waiting in facts.plan.tasks for waiting in facts.network.outgoing[task.id])


def _size(facts: Facts, task: Task, in_days: bool) -> float:
    """One task, or its person-days: as written, or the length of the work times the people at it."""
    if not in_days:
        return 1
    if task.effort is not None:
        return task.effort.likely
    work = facts.problem.nodes[facts.problem.index[task.id]].work
    return work.length * (task.people or 1) if work is not None and not work.elapsed else 0
