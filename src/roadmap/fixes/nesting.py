"""What stands around the places of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.source.nodes import MappingNode, SequenceNode

if TYPE_CHECKING:
    from roadmap.source.nodes import Node, Place

Item = tuple[SequenceNode, int]
"""A list, and which of its items is meant, from 0."""


class Nesting:
    """The file whose mapping is ``root``, walked through once. A place is known by where it begins."""

    def __init__(self, root: Node | None) -> None:
        self._items: dict[tuple[int, int], Item] = {}
        self._walked: set[int] = set()
        if root is not None:
            self._walk(root, None)

    def item_at(self, place: Place) -> Item | None:
        """The item of a list, the innermost one, that begins with or holds what stands there."""
        return self._items.get((place.line, place.column))

    def _walk(self, node: Node, item: Item | None) -> None:
        if isinstance(node, MappingNode | SequenceNode):
            content = id(node.values if isinstance(node, MappingNode) else node.items)
            if content in self._walked:  # what an alias repeats is walked where it is written
                return
            self._walked.add(content)
        if item is not None:
            self._items[node.place[1:3]] = item
        if isinstance(node, SequenceNode):
            for index, child in enumerate(node.items):
                self._walk(child, (node, index))
        elif isinstance(node, MappingNode):
            for _, key, value in node.items():
                self._walk(key, item)
                self._walk(value, item)
