"""What may be written and could not be read: nothing is told as missing that may stand there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap.model.noun import is_null
from roadmap.source.nodes import MappingNode, SequenceNode

if TYPE_CHECKING:
    from roadmap.model.noun import Noun


def read_in_full(noun: Noun, key: str) -> bool:
    """Whether all entries of a list (or its one value) were read; an entry with a fault is left out when a plan is
    built, and may be the very one that is looked for."""
    node = noun.node.values.get(key) if isinstance(noun.node, MappingNode) else None
    if node is None or is_null(node):
        return True
    written = [item for item in node.items if not is_null(item)] if isinstance(node, SequenceNode) else [node]
    read = getattr(noun, key.replace("-", "_"))
    return len(read) == len(written)


def all_read_in_full(nouns: Iterable[Noun], key: str) -> bool:
    """The same of several."""
    return all(read_in_full(noun, key) for noun in nouns)
