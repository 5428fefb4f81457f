"""What a task waits for, as relationships between events (RFC 9253): they stand on the one that waits, with the gap."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, copysign

from roadmap.model.task import Task
from roadmap.model.values.links import Dependency
from roadmap.outputs.ics.entry import Relation
from roadmap.outputs.ics.subject import Subject

_TYPES = {"FS": "FINISHTOSTART", "SS": "STARTTOSTART", "FF": "FINISHTOFINISH", "SF": "STARTTOFINISH"}
_OF_TASK = ("milestone", "deadline", "promised")
_KINDS = {"launch": "launch", "ends": "live", "release": "release", "cut-off": "cut-off"}


def waits_for(subject: Subject, task: Task) -> tuple[Relation, ...]:
    """To every event that what is waited for may have; those that there are not are dropped later."""
    found: list[Relation] = []
    for link in subject.plan.dependencies.get(task.id, ()):
        kind, gap = _TYPES[link.type], _gap(subject, task, link)
        if link.kind == "task":
            found += [Relation(f"{event}-{link.target}", kind, gap) for event in ("milestone", "promised")]
        elif link.kind in _KINDS:
            target = link.target.removesuffix("/ends") if link.kind == "ends" else link.target
            found.append(Relation(f"{_KINDS[link.kind]}-{target}", kind, gap))
    found += [Relation(f"release-{release}") for release in subject.schedule.tasks[task.id].releases]
    return tuple(dict.fromkeys(found))


def done_with(subject: Subject, tasks: Iterable[Task]) -> tuple[Relation, ...]:
    """To every event that tasks may have, and the releases that carry them: of what is done when they all are."""
    found: list[Relation] = []
    for task in tasks:
        found += [Relation(f"{kind}-{task.id}") for kind in _OF_TASK]
        found += [Relation(f"release-{release}") for release in subject.schedule.tasks[task.id].releases]
    return tuple(dict.fromkeys(found))


def _gap(subject: Subject, task: Task, link: Dependency) -> int:
    """The lag in calendar days. A calendar cannot say working days: what the lag comes to is told, where it is now."""
    lag = link.lag
    if not lag.amount:
        return 0
    days = subject.plan.workdays.get(task.team) or subject.plan.workdays[None]
    number = int(copysign(ceil(abs(lag.days(days.week_length))), lag.amount))
    if lag.elapsed:
        return number
    dates = subject.schedule.tasks[task.id]
    here = dates.end if link.type in ("FF", "SF") else dates.start
    return here - days.backward(here, number)
