"""One plan file, from text to nodes."""

from __future__ import annotations

from typing import NamedTuple

from yaml.error import YAMLError

from roadmap.source.faults import Fault, UnusableFileError
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode
from roadmap.source.strictness import check_after, check_before
from roadmap.source.suppressions import Suppression, scan
from roadmap.source.tree import grow

MAX_ENTRIES = 1_500_000
"""How many commas and lines one plan file may have: what each of them costs, no limit of bytes can bound."""


class Document(NamedTuple):
    """What a plan file holds. ``root`` is ``None`` where it is empty, and where its faults forbid to use it."""

    root: MappingNode | None
    faults: tuple[Fault, ...]
    suppressions: tuple[Suppression, ...]


def parse(path: str, text: str) -> Document:
    """Read the YAML in ``text``; ``path`` is for the places, which count from behind a byte order mark.

    Never raises: whatever is wrong becomes a fault. Fast only while the garbage collector is off.
    """
    text = text.removeprefix("\ufeff")
    if not text.endswith(("\n", "\r")):
        # A block scalar means the same whether or not its last line, which ends the file, is ended itself.
        text += "\n"
    faults: list[Fault] = []
    try:
        _check_entries(path, text)
        check_before(path, text)
        node = grow(path, text, faults)
        check_after(path, text)
        root = _plan(node)
    except UnusableFileError as refused:
        faults.append(refused.fault)
    except (YAMLError, UnicodeEncodeError) as error:
        from roadmap.source.complaints import complaint  # its patterns take 7 ms to compile, and few files are broken

        faults.append(complaint(path, text, error))
    else:
        return Document(root, tuple(faults), scan(path, text))
    return Document(None, tuple(faults), ())


def _check_entries(path: str, text: str) -> None:
    if len(text) > MAX_ENTRIES and text.count(",") + text.count("\n") > MAX_ENTRIES:
        message = f"This file has more than {MAX_ENTRIES:,} lines and entries: split it."
        raise UnusableFileError(Fault("too-large", message, Place(path, 1, 1, 1, 1)))


def _plan(node: Node | None) -> MappingNode | None:
    if isinstance(node, MappingNode):
        return node
    if node is None or (isinstance(node, ScalarNode) and node.is_null):
        return None
    raise UnusableFileError(
        Fault(
            "wrong-type",
            'A plan file holds sections such as "campaigns:" and "teams:" with their entries below; this is none.',
            node.place,
        )
    )
