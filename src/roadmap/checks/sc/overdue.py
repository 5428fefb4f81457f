"""Work that could begin today and had to begin before: behind a missed day, what can still be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap.checks.causes import causes
from roadmap.checks.remembered import remembered
from roadmap.checks.sc.misses import too_late
from roadmap.checks.standing import finished
from roadmap.checks.wording import called, counted, gap, iso
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task

_SHOWN = 5


@remembered
def _overdue(facts: Facts) -> dict[str, list[Task]]:
    """What bounds late dates ("launch spring-sale") to the tasks that had to begin for it before today and that only
    today holds back, the most overdue first. What else is late for it waits for them, or for something else."""
    found: dict[str, list[Task]] = {}
    over, scheduled = finished(facts), facts.schedule.tasks
    for bound_by, names in too_late(facts).items():
        tasks = [
            task
            for task in map(facts.plan.tasks.__getitem__, names)
            if task.status == "planned"
            and task.initiative not in over
            and task.start is None
            and scheduled[task.id].late_start < facts.problem.today
            and _could_begin_today(facts, task.id)
        ]
        found[bound_by] = sorted(tasks, key=lambda task: (scheduled[task.id].late_start, task.id))
    return found


def _could_begin_today(facts: Facts, name: str) -> bool:
    found = causes(facts, facts.problem.index[name])
    return bool(found) and all(cause.kind == "today" for cause in found)


def overdue(facts: Facts, bounds: Iterable[str], priority: str | None = None) -> list[Task]:
    """What had to begin by now for any of several written days, of one priority or of all."""
    known = _overdue(facts)
    return [task for bound_by in bounds for task in known.get(bound_by, ()) if priority in (None, task.priority)]


def beginnings(facts: Facts, tasks: list[Task]) -> list[Related]:
    """Where each of them stands, and by when it had to begin."""
    told = []
    for index, task in enumerate(tasks[:_SHOWN]):
        late_start = facts.schedule.tasks[task.id].late_start
        calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
        more = (
            f", and so had {counted(len(tasks) - _SHOWN, 'more task')}" if index == _SHOWN - 1 < len(tasks) - 1 else ""
        )
        told.append(
            Related(
                task.place,
                f"{called(task)} had to start by {iso(late_start)}, {gap(late_start, facts.problem.today, calendar)} "
                f"ago{more}: begin now, or record when it began (`status: doing`, `started`)",
            )
        )
    return told
