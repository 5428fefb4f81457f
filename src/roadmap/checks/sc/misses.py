"""What is too late: written days of tasks that cannot be kept, and the tasks that are late for each written day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts


class Miss(NamedTuple):
    """``of``: the task or project whose day is missed; ``task``: what is late for it. ``needed``: the boundary by which
    that must be available; ``reached``: when it is."""

    of: str
    task: str
    needed: int
    reached: int


def misses(facts: Facts, kind: str) -> list[Miss]:
    """Every "deadline" or day "promised" that what is not done yet cannot keep. The deadline of a project is missed
    once by each of its tasks."""
    return _misses(facts).get(kind, [])


@remembered
def _misses(facts: Facts) -> dict[str, list[Miss]]:
    over = finished(facts)
    available = facts.schedule.moments.available
    found: dict[str, list[Miss]] = {}
    for position, node in enumerate(facts.problem.nodes):
        if node.needs and node.work is not None and node.work.progress != "done" and node.initiative not in over:
            for need in node.needs:
                if available[position] > need.boundary:
                    kind, _, of = need.label.partition(" ")
                    found.setdefault(kind, []).append(Miss(of, node.id, need.boundary, available[position]))
    return found


@remembered
def too_late(facts: Facts) -> dict[str, list[str]]:
    """What bounds late dates ("launch spring-sale") to the tasks, not done yet, that are too late for it."""
    late: dict[str, list[str]] = {}
    for name, dates in facts.schedule.tasks.items():
        if dates.total_float < 0 and facts.plan.tasks[name].status != "done":
            late.setdefault(dates.bound_by, []).append(name)
    return late
