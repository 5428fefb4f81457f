"""Which teams depend on each other in what is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.ongoing import ongoing, work_of_others
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task

Pair = tuple[str, str]
"""Two teams, in order of their ids."""

_OPEN = ("planned", "doing")


class JointWork(NamedTuple):
    """The tasks with which one of two teams waits for, or works for, the other. ``first`` begins first; ``end``: the
    boundary at which all of them must have ended, or do end if that is later."""

    tasks: frozenset[str]
    first: Task
    end: int


@remembered
def joint_work(facts: Facts) -> dict[Pair, JointWork]:
    """Pairs of teams to their open joint work: requests of one to the other, and links between open tasks."""
    found: dict[Pair, set[str]] = {}
    plan = facts.plan
    for name, work in work_of_others(facts).items():
        asking = plan.initiatives[name].team
        for task in work:
            _note(found, task.id, task.team, asking)
    teams = {name: initiative.team for name, initiative in plan.initiatives.items()}
    teams.update((name, task.team) for name, task in plan.tasks.items() if task.status in _OPEN)
    for initiative in ongoing(facts):
        for task in initiative.tasks.values():
            team = teams.get(task.id)
            if team is not None:
                for link in plan.dependencies.get(task.id, ()):
                    other = teams.get(link.target)
                    if other != team:
                        _note(found, task.id, team, other)
    tasks, scheduled = plan.tasks, facts.schedule.tasks
    together = {}
    for pair, names in sorted(found.items()):
        known = [(scheduled[name], name) for name in names if name in scheduled]
        if known:
            _, first = min((dates.start, name) for dates, name in known)
            end = max(max(dates.end, dates.late_end) for dates, _ in known)
            together[pair] = JointWork(frozenset(name for _, name in known), tasks[first], end)
    return together


def _note(found: dict[Pair, set[str]], task: str, team: str | None, other: str | None) -> None:
    if team is not None and other is not None and team != other:
        pair = (team, other) if team < other else (other, team)
        found.setdefault(pair, set()).add(task)
