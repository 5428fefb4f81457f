"""Anchors and aliases, with a bound on what they may expand to."""

from __future__ import annotations

from typing import Any

from roadmap.source.faults import Fault, UnusableFileError
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode

MAX_DEPTH = 100
"""How deep mappings and lists may stand in one another, those reached through aliases included."""

MAX_EXPANSION = 100_000
"""How many nodes one file may reach through its aliases; every 64 characters of a text count as one more."""

_CHARACTERS_A_NODE = 64


def too_deep(place: Place) -> Fault:
    return Fault("too-large", f"Mappings and lists stand more than {MAX_DEPTH} deep in one another here.", place)


class Aliases:
    """The anchors of one file, and what has been spent of its expansion."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._targets: dict[str, Node] = {}
        self._spent = 0
        self._measured: dict[Node, tuple[int, int]] = {}

    def remember(self, anchor: str, node: Node) -> None:
        self._targets[anchor] = node

    def place_of(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(self._path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def resolve(self, event: Any, depth: int) -> Node:
        """The node with the anchor that an alias event means, where ``depth`` collections are open around it.

        Raises ``UnusableFileError`` for an alias with no anchor, one inside its own anchor, and one that expands to
        too much.
        """
        name = event.anchor
        place = self.place_of(event)
        target = self._targets.get(name)
        if target is None:
            raise UnusableFileError(
                Fault(
                    "yaml",
                    f'"*{name}" repeats what has the anchor "&{name}", and nothing above has it; '
                    "a text that begins with * must stand in quotes.",
                    place,
                )
            )
        if target.place.end_line == 0:
            raise UnusableFileError(Fault("yaml", f'"*{name}" stands inside the very thing that it repeats.', place))
        size, height = self._measure(target)
        self._spent += size
        if self._spent > MAX_EXPANSION:
            raise UnusableFileError(
                Fault("too-large", f"The aliases up to here repeat more than {MAX_EXPANSION:,} entries.", place)
            )
        if depth + height > MAX_DEPTH:
            raise UnusableFileError(too_deep(place))
        return target

    def _measure(self, target: Node) -> tuple[int, int]:
        """Nodes below and including ``target``, and how deep they stand. Shared nodes are walked once."""
        measured = self._measured
        todo = [target]
        while todo:
            node = todo[-1]
            children = _children(node)
            unknown = [child for child in children if child not in measured]
            if unknown:
                todo += unknown
                continue
            todo.pop()
            text = node.text if isinstance(node, ScalarNode) else ""
            sizes = [measured[child] for child in children]
            measured[node] = (
                1 + len(text) // _CHARACTERS_A_NODE + sum(size for size, _ in sizes),
                max((height for _, height in sizes), default=0) + (not isinstance(node, ScalarNode)),
            )
        return measured[target]


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [*node.keys.values(), *node.values.values()]
    return node.items if isinstance(node, SequenceNode) else []
