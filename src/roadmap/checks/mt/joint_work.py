"""Which teams depend on each other in what is still to be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing

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


def joint_tasks(facts: Facts) -> Iterator[tuple[str, str, set[str]]]:
    """(open task, its team, other teams that ask for it or do open tasks that it waits for), where there are any."""
    plan = facts.plan
    teams = {name: initiative.team for name, initiative in plan.initiatives.items() if initiative.team is not None}
    for name, task in plan.tasks.items():
        if task.team is not None and task.status in _OPEN:
            teams[name] = task.team
    for task in standing(facts).open:
        name, team = task.id, task.team
        if team is not None:
            others = {teams.get(link.target, team) for link in plan.dependencies.get(name, ())}
            others.add(teams.get(task.initiative, team))
            others.discard(team)
            if others:
                yield name, team, others


@remembered
def joint_work(facts: Facts) -> dict[Pair, JointWork]:
    """Pairs of teams to their open joint work."""
    found: defaultdict[Pair, list[str]] = defaultdict(list)
    for name, team, others in joint_tasks(facts):
        for other in others:
            found[(team, other) if team < other else (other, team)].append(name)
    tasks, scheduled = facts.plan.tasks, facts.schedule.tasks
    together = {}
    for pair, names in sorted(found.items()):
        known = [scheduled[name] for name in names]
        _, first = min((dates.start, name) for dates, name in zip(known, names, strict=True))
        end = max(max(dates.end, dates.late_end) for dates in known)
        together[pair] = JointWork(frozenset(names), tasks[first], end)
    return together
