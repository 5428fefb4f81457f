"""What may be written before a value: an anchor, and one of the few tags that YAML itself defines."""

from __future__ import annotations

import re
from typing import Any, Final

from roadmap.source.faults import Fault, UnusableFileError, note
from roadmap.source.nodes import MappingNode, Place, ScalarNode, SequenceNode
from roadmap.source.places import after

_PROPERTY = re.compile(r"(?:&(?P<anchor>[^\s,\[\]{}]*)|!(?:<[^>\s]*>|[^\s,\[\]{}]*))")
_BETWEEN = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")
_YAML: Final = "tag:yaml.org,2002:"
_TEXT_TAGS: Final = frozenset({"!", f"{_YAML}str"})
_PLAIN_TAGS: Final = frozenset(f"{_YAML}{name}" for name in ("null", "bool", "int", "float"))


def settle_scalar(node: ScalarNode, text: str, event: Any, faults: list[Fault]) -> int:
    """Move the place of ``node`` behind its properties, and let its tag decide whether it is plain.

    Returns the index of the value itself.
    """
    index = _move_behind_properties(node, text, event)
    if event.tag in _TEXT_TAGS:
        node.plain = False
    elif event.tag in _PLAIN_TAGS:
        node.plain = True
    elif event.tag is not None:
        note(faults, _custom_tag(node, event))
    return index


def settle_collection(node: MappingNode | SequenceNode, text: str, event: Any, faults: list[Fault]) -> None:
    """Move the beginning of ``node`` behind its properties."""
    _move_behind_properties(node, text, event)
    kind = "map" if isinstance(node, MappingNode) else "seq"
    if event.tag not in (None, "!", f"{_YAML}{kind}"):
        note(faults, _custom_tag(node, event))


def _move_behind_properties(node: ScalarNode | MappingNode | SequenceNode, text: str, event: Any) -> int:
    start: int = event.start_mark.index
    index = start
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        found = _PROPERTY.match(text, index)
        if found is None:
            break
        if found["anchor"] is not None and found["anchor"] != event.anchor:
            raise UnusableFileError(
                Fault(
                    "yaml",
                    f'The anchor "&{found["anchor"]}" may only have letters, digits, "-" and "_"; '
                    "a text that begins with & must stand in quotes.",
                    _between(node, text[start : found.start()], found[0]),
                )
            )
        between = _BETWEEN.match(text, found.end())
        index = between.end() if between else found.end()
    if isinstance(node, ScalarNode):
        index = min(index, event.end_mark.index)
    node.line, node.column = after(text[start:index], node.line, node.column)
    return index


def _between(node: ScalarNode | MappingNode | SequenceNode, passed: str, written: str) -> Place:
    line, column = after(passed, node.line, node.column)
    return Place(node.path, line, column, *after(written, line, column))


def _custom_tag(node: ScalarNode | MappingNode | SequenceNode, event: Any) -> Fault:
    tag = event.tag.removeprefix(_YAML)
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return Fault(
        "tag",
        f'The tag "{tag}" is not part of the plan language: remove it, or put the text in quotes '
        "if it begins with an exclamation mark.",
        Place(node.path, line, column, node.line, node.column),
    )
