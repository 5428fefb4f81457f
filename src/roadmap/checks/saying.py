"""Tasks by what they say: each says little of what it may, and a check asks only those that say what it is about."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task

_SAID_BY_MOST = frozenset({"node", "named_by", "id", "name", "initiative", "title", "team", "duration", "needs"})
"""Fields that are not worth a list."""


def saying(facts: Facts, *fields: str) -> list[Task]:
    """Tasks with something under one of some fields (``not_before``), in order of their ids."""
    by_field = _by_field(facts)
    found = [task for field in fields for task in by_field.get(field, ()) if getattr(task, field)]
    return sorted({task.id: task for task in found}.values(), key=attrgetter("id")) if len(fields) > 1 else found


@remembered
def _by_field(facts: Facts) -> dict[str, list[Task]]:
    """Field to the tasks that hold it (see ``Noun``)."""
    found: defaultdict[str, list[Task]] = defaultdict(list)
    for task in facts.plan.tasks.values():
        for field in vars(task):
            if field not in _SAID_BY_MOST:
                found[field].append(task)
    return found
