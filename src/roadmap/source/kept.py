"""What a plan file holds as plain data, to be kept between runs, and back: a fraction of what parsing costs.

A mapping is a mapping, a list a list, plain text a text, and any other text its index in a list of those. The places
stand beside, as numbers of two or four bytes, in the order of the nodes.
"""

from __future__ import annotations

from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable
from typing import Any

from roadmap.source.load import Document
from roadmap.source.nodes import FilePlaces, MappingNode, Node, ScalarNode, SequenceNode
from roadmap.source.suppressions import scan


def data_of(text: str, document: Document) -> Any | None:
    """What JSON can write of what was parsed from a text. ``None`` where it is to be parsed again: a file with faults,
    and one in which an alias repeats a list or mapping."""
    root = document.root
    if document.faults or (root is not None and root.file.repeats):
        return None
    if root is None:
        return [None, [], ""]
    quoted: list[str] = []
    tree = _tree(root, quoted)
    return [tree, quoted, b2a_base64(array(_width(text), root.file.numbers).tobytes(), newline=False).decode()]


def document_of(path: str, text: str, data: Any) -> Document:
    """The document again, which takes ``data`` to pieces; ``text``: what it was parsed from.

    Raises ``TypeError``, ``ValueError`` or ``IndexError`` where ``data`` has not the shape of one.
    """
    tree, quoted, encoded = data
    if not isinstance(quoted, list) or not all(isinstance(text, str) for text in quoted):
        raise TypeError
    numbers = array(_width(text))
    numbers.frombytes(a2b_base64(encoded))
    nodes = _Nodes(FilePlaces(path, numbers), quoted)
    root = nodes.collection(tree) if tree is not None else None
    if 4 * nodes.count != len(numbers) or not (root is None or isinstance(root, MappingNode)):
        raise ValueError
    return Document(root, (), scan(path, text))


def _width(text: str) -> str:
    """The kind of numbers that lines and columns of a text fit in."""
    return "H" if len(text) < 0xFFFF else "I"


def _tree(node: Node, quoted: list[str]) -> Any:
    if isinstance(node, ScalarNode):
        if node.plain:
            return node.text
        quoted.append(node.text)
        return len(quoted) - 1
    if isinstance(node, SequenceNode):
        return [_tree(item, quoted) for item in node.items]
    assert isinstance(node, MappingNode)
    return {key: _tree(value, quoted) for key, value in node.values.items()}


class _Nodes:
    """Makes the nodes of one file and numbers them as they were; ``count``: how many there are, keys among them."""

    def __init__(self, file: FilePlaces, quoted: list[str]) -> None:
        self.count = 0
        self._file = file
        self._quoted = quoted

    def collection(self, data: Any) -> Any:
        """The node of a mapping or list. What stands in it takes the places of the texts that it came from."""
        new = object.__new__
        file = self._file
        node: Any
        entries: Iterable[tuple[Any, Any]]
        if data.__class__ is dict:
            node = new(MappingNode)
            node.values = data
            entries, keys = data.items(), 1
        elif data.__class__ is list:
            node = new(SequenceNode)
            node.items = data
            entries, keys = enumerate(data), 0
        else:
            raise TypeError
        node.file = file
        node.number = self.count
        number = self.count + 1
        for key, child in entries:
            number += keys
            kind = child.__class__
            if kind is not str and kind is not int:
                self.count = number
                data[key] = self.collection(child)
                number = self.count
                continue
            data[key] = scalar = new(ScalarNode)
            scalar.plain = kind is str
            scalar.text = child if kind is str else self._quoted[child]
            scalar.file = file
            scalar.number = number
            number += 1
        self.count = number
        return node
