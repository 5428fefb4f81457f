"""What may be written before a value: an anchor, and one of the few tags that YAML itself defines."""

from __future__ import annotations

import re
from typing import Any, Final

from yaml.events import MappingStartEvent

from roadmap.source.faults import Fault, UnusableFileError, note
from roadmap.source.nodes import Place
from roadmap.source.places import after

_PROPERTY = re.compile(r"&(?P<anchor>[^\s,\[\]{}]*)|(?P<tag>!(?:<[^>\s]*>|[^\s,\[\]{}]*))")
_BETWEEN = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")
_YAML: Final = "tag:yaml.org,2002:"
_TEXT_TAGS: Final = frozenset({"!", f"{_YAML}str"})
_PLAIN_TAGS: Final = frozenset(f"{_YAML}{name}" for name in ("null", "bool", "int", "float"))


def settle_scalar(start: Place, text: str, event: Any, faults: list[Fault]) -> tuple[int, int, int, bool]:
    """Line, column and index of a scalar itself, behind its properties, and whether it is plain, which its tag may
    decide. ``start``: where the first of them begins.
    """
    line, column, index, tag = _behind_properties(start, text, event)
    if index > event.end_mark.index:
        index = event.end_mark.index
        line, column = after(text[event.start_mark.index : index], start.line, start.column)
    plain = not event.style
    if event.tag in _TEXT_TAGS:
        plain = False
    elif event.tag in _PLAIN_TAGS:
        plain = True
    elif event.tag is not None:
        note(faults, _custom_tag(event, tag))
    return line, column, index, plain


def settle_collection(start: Place, text: str, event: Any, faults: list[Fault]) -> tuple[int, int]:
    """Line and column of a mapping or list itself, behind its properties. ``start``: where the first of them begins."""
    line, column, _, tag = _behind_properties(start, text, event)
    kind = "map" if isinstance(event, MappingStartEvent) else "seq"
    if event.tag not in (None, "!", f"{_YAML}{kind}"):
        note(faults, _custom_tag(event, tag))
    return line, column


def _behind_properties(start: Place, text: str, event: Any) -> tuple[int, int, int, Place]:
    """Line, column and index of the value itself, and the place of its tag (the beginning where it has none)."""
    begin: int = event.start_mark.index
    index = begin
    tag = start
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        found = _PROPERTY.match(text, index)
        between = _BETWEEN.match(text, found.end()) if found else None
        if found is None or between is None:
            break
        line, column = after(text[begin:index], start.line, start.column)
        place = Place(start.path, line, column, line, column + len(found[0]))
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
    return *after(text[begin:index], start.line, start.column), index, tag


def _custom_tag(event: Any, place: Place) -> Fault:
    tag = event.tag.removeprefix(_YAML)
    return Fault(
        "tag",
        f'The tag "{tag}" is not part of the plan language: remove it, or put the text in quotes '
        "if it begins with an exclamation mark.",
        place,
    )
