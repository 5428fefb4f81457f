"""What a plan file holds: scalars as written, sequences and mappings, each with its place.

Lines and columns count from 1, columns in Unicode code points; ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one file. ``path`` is relative to the workspace and uses ``/``."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Node:
    """Something written in a file, and where."""

    __slots__ = ("column", "end_column", "end_line", "line", "path")

    def __init__(self, path: str, line: int, column: int, end_line: int, end_column: int) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    @property
    def place(self) -> Place:
        return Place(self.path, self.line, self.column, self.end_line, self.end_column)


class ScalarNode(Node):
    """Text as written. ``plain`` is false for quoted and block scalars."""

    __slots__ = ("plain", "text")

    def __init__(
        self,
        text: str,
        plain: bool,
        path: str,
        line: int,
        column: int,
        end_line: int,
        end_column: int,
    ) -> None:
        self.text = text
        self.plain = plain
        self.path = path
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    @property
    def is_null(self) -> bool:
        """YAML 1.2 core: an empty plain scalar, ``~`` and three spellings of null."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


class SequenceNode(Node):
    __slots__ = ("items",)

    def __init__(self, path: str, line: int, column: int, end_line: int, end_column: int) -> None:
        super().__init__(path, line, column, end_line, end_column)
        self.items: list[Node] = []


class MappingNode(Node):
    """``keys`` and ``values`` share their keys and their order (that of the file).

    A key written twice is reported when the file is read; the first one is kept.
    """

    __slots__ = ("keys", "values")

    def __init__(self, path: str, line: int, column: int, end_line: int, end_column: int) -> None:
        super().__init__(path, line, column, end_line, end_column)
        self.keys: dict[str, ScalarNode] = {}
        self.values: dict[str, Node] = {}

    def items(self) -> Iterator[tuple[str, ScalarNode, Node]]:
        """(key text, key node, value node), as written."""
        for text, key in self.keys.items():
            yield text, key, self.values[text]
