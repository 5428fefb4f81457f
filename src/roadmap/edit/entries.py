"""Taking items out of lists and entries out of mappings, and putting entries in.

A comment behind an item goes with it; all other comments stay. Where the text is laid out in a way that cannot be cut
cleanly (an item that begins on the line of what it stands in), there is no patch.
"""

from __future__ import annotations

import re

from roadmap.edit.patches import Patch, Sheet
from roadmap.edit.scalars import written
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_DASH = re.compile(r"[ ]*-[ \t]+")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_BETWEEN = re.compile(r"(?:[\s,]|#[^\r\n]*)*")
_BLANK = re.compile(r"[\s,]*")
_COLON = re.compile(r"[ \t]*:")


def without_item(sheet: Sheet, sequence: SequenceNode, index: int) -> Patch | None:
    """A list without one of its items."""
    first, behind = _neighbours(index)
    spans = [sheet.span(item.place) for item in sequence.items[first:behind]]
    index -= first
    if not _in_order(sheet, sequence, spans):
        return None
    if _is_flow(sheet, sequence):
        return _cut_flow(sheet, sequence, spans, index)
    start = sheet.line_start(spans[index][0])
    if not _DASH.fullmatch(sheet.text[start : spans[index][0]]):
        return None
    return _cut_lines(sheet, start, spans[index][1])


def without_entry(sheet: Sheet, mapping: MappingNode, key: str) -> Patch | None:
    """A mapping without one of its entries."""
    keys = list(mapping.keys)
    index = keys.index(key)
    first, behind = _neighbours(index)
    entries = [(mapping.keys[name], mapping.values[name]) for name in keys[first:behind]]
    spans = [(sheet.span(name.place)[0], _end(sheet, name, value)) for name, value in entries]
    index -= first
    if not _in_order(sheet, mapping, spans):
        return None
    if _is_flow(sheet, mapping):
        return _cut_flow(sheet, mapping, spans, index)
    start, end = spans[index]
    line = sheet.line_start(start)
    if not sheet.text[line:start].strip(" "):
        return _cut_lines(sheet, line, end)
    # The first entry of a mapping that begins behind a dash: the next one moves up to its place.
    if index or len(spans) == 1 or sheet.text[line:start].strip(" -") or sheet.text[end : spans[1][0]].strip():
        return None
    return Patch(sheet.place(start, spans[1][0]), "")


def with_entry(sheet: Sheet, key: ScalarNode, node: Node, name: str, values: list[str]) -> Patch | None:
    """What stands under ``key`` with a list called ``name`` as its first entry, or in the place of the one it has."""
    entry = f"{name}: [{', '.join(map(written, values))}]"
    if isinstance(node, ScalarNode) and node.is_null:
        return _in_place_of_null(sheet, key, node, entry)
    if not isinstance(node, MappingNode):
        return None
    if name in node.values:
        start = sheet.span(node.keys[name].place)[0]
        return Patch(sheet.place(start, _end(sheet, node.keys[name], node.values[name])), entry)
    if _is_flow(sheet, node):
        inside = sheet.span(node.place)[0] + 1
        return Patch(sheet.place(inside, inside), f"{entry}, " if node.keys else entry)
    first = next(iter(node.keys.values()))
    start = sheet.span(first.place)[0]
    return Patch(sheet.place(start, start), f"{entry}{sheet.newline}{' ' * (first.place.column - 1)}")


def _neighbours(index: int) -> tuple[int, int]:
    """From the one before to behind the one after: of a long list, nothing else matters for taking one out."""
    return max(index - 1, 0), index + 2


def _in_place_of_null(sheet: Sheet, key: ScalarNode, node: ScalarNode, entry: str) -> Patch:
    if node.text:
        return Patch(node.place, f"{{{entry}}}")
    end = sheet.span(key.place)[1]
    colon = _COLON.match(sheet.text, end)
    behind = colon.end() if colon else end
    return Patch(sheet.place(behind, behind), f" {{{entry}}}" if colon else f": {{{entry}}}")


def _is_flow(sheet: Sheet, node: SequenceNode | MappingNode) -> bool:
    return sheet.text[sheet.span(node.place)[0]] in "[{"


def _end(sheet: Sheet, key: ScalarNode, value: Node) -> int:
    """Where an entry ends: that of its value or, where nothing is written there, of its colon."""
    end = sheet.span(value.place)[1]
    if isinstance(value, ScalarNode) and value.plain and not value.text:
        end = sheet.span(key.place)[1]
        colon = _COLON.match(sheet.text, end)
        return colon.end() if colon else end
    return end


def _cut_lines(sheet: Sheet, start: int, end: int) -> Patch | None:
    rest = _REST.match(sheet.text, end)
    return Patch(sheet.place(start, sheet.next_line(rest.end())), "") if rest else None


def _in_order(sheet: Sheet, node: Node, spans: list[tuple[int, int]]) -> bool:
    """Whether these parts of a collection stand in it: what an alias repeats stands elsewhere."""
    first, last = sheet.span(node.place)
    marks = [first, *(mark for span in spans for mark in span), last]
    return marks == sorted(marks)


def _cut_flow(sheet: Sheet, node: SequenceNode | MappingNode, spans: list[tuple[int, int]], index: int) -> Patch | None:
    """With the comma before it, or behind the first; where comments stand between, they and the line ends stay."""
    start, end = spans[index]
    before = sheet.text[spans[index - 1][1] if index else sheet.span(node.place)[0] + 1 : start]
    if not _BETWEEN.fullmatch(before):
        return None
    if index and "#" not in before:
        return Patch(sheet.place(spans[index - 1][1], end), "")
    if not index and len(spans) > 1 and _BLANK.fullmatch(sheet.text, end, spans[1][0]):
        return Patch(sheet.place(start, spans[1][0]), "")
    comma = _COMMA.match(sheet.text, end)
    return Patch(sheet.place(start, comma.end() if comma else end), "")
