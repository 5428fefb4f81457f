"""Which teams depend on each other in what is still to be done."""

from __future__ import annotations

from collections import defaultdict
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


@remembered
def joint_tasks(facts: Facts) -> dict[Pair, set[str]]:
    """Pairs of teams to the ids of their open joint tasks: requests of one to the other, and links between open
    tasks."""
    plan = facts.plan
    teams = {name: initiative.team for name, initiative in plan.initiatives.items()}
    teams.update((name, task.team) for name, task in plan.tasks.items() if task.status in _OPEN)
    found: defaultdict[Pair, set[str]] = defaultdict(set)
    for task in standing(facts).open:
        name, team = task.id, task.team
        others = {teams.get(link.target) for link in plan.dependencies.get(name, ())}
        others.add(teams[task.initiative])
        others.discard(team)
        for other in others:
            if team is not None and other is not None:
                found[(team, other) if team < other else (other, team)].add(name)
    return dict(sorted(found.items()))


@remembered
def joint_work(facts: Facts) -> dict[Pair, JointWork]:
    """Pairs of teams to their open joint work."""
    tasks, scheduled = facts.plan.tasks, facts.schedule.tasks
    together = {}
    for pair, names in joint_tasks(facts).items():
        known = [scheduled[name] for name in names]
        _, first = min((dates.start, name) for dates, name in zip(known, names, strict=True))
        end = max(max(dates.end, dates.late_end) for dates in known)
        together[pair] = JointWork(frozenset(names), tasks[first], end)
    return together
