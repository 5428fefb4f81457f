"""What a plan file holds: scalars as written, sequences and mappings, each with its place.

Lines and columns count from 1, columns in Unicode code points; ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain texts that stand for no value: YAML 1.2 core, an empty one, ``~`` and three spellings of null."""


class Place(NamedTuple):
    """A stretch of one file. ``path`` is relative to the workspace and uses ``/``."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class FilePlaces:
    """Where the nodes of one file stand.

    ``numbers``: line, column, end line and end column of each node, one after the other. Nodes are numbered from 0 in
    the order in which they begin, keys among them, so that a key has the number before that of its value.
    ``repeats``: whether an alias repeats a list or mapping, whose entries then have the numbers of what it repeats.
    """

    __slots__ = ("numbers", "path", "repeats")

    def __init__(self, path: str, numbers: Sequence[int]) -> None:
        self.path = path
        self.numbers = numbers
        self.repeats = False

    def of(self, number: int) -> Place:
        """The place of a node."""
        return Place(self.path, *self.numbers[4 * number : 4 * number + 4])


def standing(place: Place) -> tuple[FilePlaces, int]:
    """What a node that is no part of a file needs to stand at a place, and its key with it:
    ``Node(*standing(place))``."""
    return FilePlaces(place.path, (*place[1:], *place[1:])), 1


class Node:
    """Something written in a file, and where: ``number`` is its own among the places of the file."""

    __slots__ = ("file", "number")

    def __init__(self, file: FilePlaces, number: int) -> None:
        self.file = file
        self.number = number

    @property
    def place(self) -> Place:
        return self.file.of(self.number)

    @property
    def key_place(self) -> Place:
        """Where the key stands whose value this is."""
        return self.file.of(self.number - 1)

    def key(self, text: str) -> ScalarNode:
        """The key whose value this is. It counts as plain text, also in quotes."""
        return ScalarNode(text, True, self.file, self.number - 1)


class ScalarNode(Node):
    """Text as written. ``plain`` is false for quoted and block scalars."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, plain: bool, file: FilePlaces, number: int) -> None:
        self.text = text
        self.plain = plain
        self.file = file
        self.number = number

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in NULLS


class SequenceNode(Node):
    __slots__ = ("items",)

    def __init__(self, file: FilePlaces, number: int) -> None:
        super().__init__(file, number)
        self.items: list[Node] = []


class MappingNode(Node):
    """``values``: in the order of the file, and whole before anyone asks for the ``keys``.

    A key written twice is reported when the file is read; the first one is kept.
    """

    __slots__ = ("_keys", "values")

    _keys: dict[str, ScalarNode]

    def __init__(self, file: FilePlaces, number: int) -> None:
        super().__init__(file, number)
        self.values: dict[str, Node] = {}

    @property
    def keys(self) -> dict[str, ScalarNode]:
        """The keys as written, also where a value comes from another mapping. They are made when they are first asked
        for, as few of them ever are."""
        try:
            return self._keys
        except AttributeError:
            self._keys = {text: node.key(text) for text, node in self.values.items()}
            return self._keys

    def items(self) -> Iterator[tuple[str, ScalarNode, Node]]:
        """(key text, key node, value node), as written."""
        for text, key in self.keys.items():
            yield text, key, self.values[text]
