"""Which initiative or task a place in a file belongs to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from roadmap.source.nodes import Node, Place

if TYPE_CHECKING:
    from roadmap.model.initiative import Initiative
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task


class Whereabouts:
    """Remembers which initiatives each file holds."""

    def __init__(self, plan: Plan) -> None:
        self._in_file: dict[str, list[Initiative]] = defaultdict(list)
        for initiative in plan.initiatives.values():
            self._in_file[initiative.place.path].append(initiative)

    def item_at(self, place: Place) -> str | None:
        """The id of the task, else of the initiative, that a place lies in."""
        for initiative in self._in_file.get(place.path, ()):
            if _holds(initiative, place):
                return next((task.id for task in initiative.tasks.values() if _holds(task, place)), initiative.id)
        return None


def _holds(thing: Initiative | Task, place: Place) -> bool:
    node = thing.node
    if not isinstance(node, Node) or not node.path == thing.place.path == place.path:
        return False
    begin, end = (thing.place.line, thing.place.column), (node.end_line, node.end_column)
    return begin <= (place.line, place.column) < end
