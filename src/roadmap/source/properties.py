"""What may be written before a value: an anchor, and one of the few tags that YAML itself defines."""

from __future__ import annotations

import re
from typing import Any, Final

from roadmap.source.faults import Fault, UnusableFileError, note
from roadmap.source.nodes import MappingNode, Place, ScalarNode, SequenceNode
from roadmap.source.places import after

_PROPERTY = re.compile(r"&(?P<anchor>[^\s,\[\]{}]*)|(?P<tag>!(?:<[^>\s]*>|[^\s,\[\]{}]*))")
_BETWEEN = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")
_YAML: Final = "tag:yaml.org,2002:"
_TEXT_TAGS: Final = frozenset({"!", f"{_YAML}str"})
_PLAIN_TAGS: Final = frozenset(f"{_YAML}{name}" for name in ("null", "bool", "int", "float"))


def settle_scalar(node: ScalarNode, text: str, event: Any, faults: list[Fault]) -> int:
    """Move the place of ``node`` behind its properties, and let its tag decide whether it is plain.

    Returns the index of the value itself.
    """
    index, tag = _move_behind_properties(node, text, event)
    if event.tag in _TEXT_TAGS:
        node.plain = False
    elif event.tag in _PLAIN_TAGS:
        node.plain = True
    elif event.tag is not None:
        note(faults, _custom_tag(event, tag))
    return index


def settle_collection(node: MappingNode | SequenceNode, text: str, event: Any, faults: list[Fault]) -> None:
    """Move the beginning of ``node`` behind its properties."""
    _, tag = _move_behind_properties(node, text, event)
    kind = "map" if isinstance(node, MappingNode) else "seq"
    if event.tag not in (None, "!", f"{_YAML}{kind}"):
        note(faults, _custom_tag(event, tag))


def _move_behind_properties(node: ScalarNode | MappingNode | SequenceNode, text: str, event: Any) -> tuple[int, Place]:
    """The index of the value itself, and the place of its tag (of the value where it has none)."""
    start: int = event.start_mark.index
    index = start
    tag = Place(node.path, node.line, node.column, node.line, node.column)
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        found = _PROPERTY.match(text, index)
        between = _BETWEEN.match(text, found.end()) if found else None
        if found is None or between is None:
            break
        line, column = after(text[start:index], node.line, node.column)
        place = Place(node.path, line, column, line, column + len(found[0]))
        if found["tag"] is not None:
            tag = place
        elif found["anchor"] != event.anchor:
            raise UnusableFileError(
                Fault(
                    "yaml",
                    f'The anchor "&{found["anchor"]}" may only have letters, digits, "-" and "_"; '
                    "a text that begins with & must stand in quotes.",
                    place,
                )
            )
        index = between.end()
    if isinstance(node, ScalarNode):
        index = min(index, event.end_mark.index)
    node.line, node.column = after(text[start:index], node.line, node.column)
    return index, tag


def _custom_tag(event: Any, place: Place) -> Fault:
    tag = event.tag.removeprefix(_YAML)
    return Fault(
        "tag",
        f'The tag "{tag}" is not part of the plan language: remove it, or put the text in quotes '
        "if it begins with an exclamation mark.",
        place,
    )
