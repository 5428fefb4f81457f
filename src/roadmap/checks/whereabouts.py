"""Which initiative or task a place in a file belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap.source.nodes import Node, Place

if TYPE_CHECKING:
    from roadmap.model.initiative import Initiative
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task


class Whereabouts:
    """Remembers where the initiatives of each file, and the tasks of each initiative, begin and end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        by_file: dict[str, list[Initiative]] = {}
        for initiative in plan.initiatives.values():
            by_file.setdefault(initiative.place.path, []).append(initiative)
        self._initiatives = {path: _Stretches(path, initiatives) for path, initiatives in by_file.items()}
        self._tasks: dict[str, _Stretches] = {}

    def item_at(self, place: Place) -> str | None:
        """The id of the task, else of the initiative, that a place lies in."""
        there = self._initiatives.get(place.path)
        initiative = there.at(place) if there is not None else None
        if initiative is None:
            return None
        tasks = self._tasks.get(initiative)
        if tasks is None:
            tasks = _Stretches(place.path, self._plan.initiatives[initiative].tasks.values())
            self._tasks[initiative] = tasks
        return tasks.at(place) or initiative


class _Stretches:
    """The things that are written in one file, none of which lies within another: in order of where they begin."""

    def __init__(self, path: str, things: Iterable[Initiative | Task]) -> None:
        written = sorted(
            ((thing.place.line, thing.place.column), thing.node.place[3:], thing.id)
            for thing in things
            if isinstance(thing.node, Node) and thing.node.file.path == thing.place.path == path
        )
        self._begins = [begin for begin, _, _ in written]
        self._ends = [(end, name) for _, end, name in written]

    def at(self, place: Place) -> str | None:
        """The id of the thing that a place lies in."""
        index = bisect_right(self._begins, (place.line, place.column)) - 1
        if index < 0:
            return None
        end, name = self._ends[index]
        return name if (place.line, place.column) < end else None
