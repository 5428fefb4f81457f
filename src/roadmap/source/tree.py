"""The events of the C parser, turned into nodes: one loop that does as little as it can for each node."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from roadmap.source.aliases import MAX_DEPTH, Aliases, too_deep
from roadmap.source.faults import Fault, Related, UnusableFileError, note
from roadmap.source.nodes import FilePlaces, MappingNode, Node, Place, ScalarNode, SequenceNode
from roadmap.source.properties import settle_collection, settle_scalar
from roadmap.source.strictness import check_flow_collection, check_scalar

# Stands where a key has been refused: its value is read and dropped. No text, so that no key can equal it.
_DROPPED: Any = object()


def grow(path: str, text: str, faults: list[Fault]) -> Node | None:
    """The node that the document in ``text`` holds; ``None`` where there is no document.

    Faults that leave the rest readable are added to ``faults``. Raises ``UnusableFileError`` where the file must not be
    used at all, and ``yaml.YAMLError`` where it is not YAML. ``text`` has no byte order mark.

    An aliased scalar becomes a node of its own with the place of the alias. An aliased collection has the place and
    the entries of the one that has the anchor: that is the text that the planner would edit.
    """
    next_event: Callable[[], Any] = CParser(text).get_event
    new = object.__new__
    numbers: list[int] = []
    file = FilePlaces(path, numbers)
    add = numbers.extend
    number = -1
    aliases = Aliases(path)
    stack: list[tuple[Any, ...]] = []
    top: list[Node] = []
    documents = 0

    # Where the next node goes: into `values` under `key`, or, in a sequence and at the top, to `append`.
    container: Any = None
    append = top.append
    values: Any = None
    key: Any = None
    # The column of the innermost block collection: what goes on over several lines must stay to the right of it.
    indent = 0
    flow = False
    flow_start = 0

    line = end_line = end_column = 0
    node: Any
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            mark = event.start_mark
            end = event.end_mark
            # One integer shared by all nodes of a line takes less memory than two for each.
            if mark.line + 1 != line:
                line = mark.line + 1
            column = mark.column + 1
            end_line = line if end.line == mark.line else end.line + 1
            end_column = end.column + 1
            value = event.value
            style = event.style
            plain = not style
            index = mark.index
            begins = line
            anchor = event.anchor
            if anchor is not None or event.tag is not None:
                beginning = Place(path, line, column, line, column)
                begins, column, index, plain = settle_scalar(beginning, text, event, faults)
            if style and end_line != begins:
                place = Place(path, begins, column, end_line, end_column)
                end_line, end_column = check_scalar(place, text, index, end.index, style, indent)
            number += 1
            add((begins, column, end_line, end_column))
            if key is not None or values is None or anchor is not None:  # no key, or one that may be repeated
                node = new(ScalarNode)
                node.text = value
                node.plain = plain
                node.file = file
                node.number = number
                if anchor is not None:
                    aliases.remember(anchor, node)

        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark = event.start_mark
            if mark.line + 1 != line:
                line = mark.line + 1
            begins, column = line, mark.column + 1
            node = new(MappingNode if kind is MappingStartEvent else SequenceNode)
            node.file = file
            number += 1
            node.number = number
            if event.tag is not None or event.anchor is not None:
                beginning = Place(path, line, column, line, column)
                begins, column = settle_collection(beginning, text, event, faults)
                if event.anchor is not None:
                    aliases.remember(event.anchor, node)
            add((begins, column, 0, 0))  # until its end is known, which is how an alias within it is found out
            if values is None:
                append(node)
            elif key is not None:
                values[key] = node
                key = None
            else:
                if not any(frame[3] is _DROPPED for frame in stack):
                    note(faults, _compound_key(_beginning(node)))
                key = _DROPPED
            if len(stack) == MAX_DEPTH:
                raise UnusableFileError(too_deep(_beginning(node)))
            stack.append((container, append, values, key, indent, flow))
            container = node
            key = None
            if kind is MappingStartEvent:
                node.values = values = {}
            else:
                values = None
                items: list[Node] = []
                node.items = items
                append = items.append
            if not event.flow_style:
                indent = column
            elif not flow:
                flow = True
                flow_start = mark.index
            continue

        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if kind is MappingEndEvent and _DROPPED in values:
                del values[_DROPPED]
            if flow:
                end = event.end_mark
                end_line = end.line + 1
                end_column = end.column + 1
            first = 4 * container.number
            numbers[first + 2] = end_line
            numbers[first + 3] = end_column
            begins = numbers[first]
            was_flow = flow
            container, append, values, key, indent, flow = stack.pop()
            if was_flow and not flow and end_line != begins:
                check_flow_collection(path, text, flow_start, event.end_mark.index, indent)
            continue

        elif kind is AliasEvent:
            node = aliases.resolve(event, len(stack))
            end_line = event.end_mark.line + 1
            end_column = event.end_mark.column + 1
            number += 1
            if node.__class__ is ScalarNode:
                value, plain = node.text, node.plain
                add(aliases.place_of(event)[1:])
                node = ScalarNode(value, plain, file, number)
            elif values is not None and key is None:
                add(aliases.place_of(event)[1:])
                note(faults, _compound_key(aliases.place_of(event)))
                key = _DROPPED
                continue
            else:
                add(node.place[1:])
                node = _again(node, number)
                file.repeats = True

        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise UnusableFileError(_second_document(path, event.start_mark))
            continue
        elif kind is StreamEndEvent:
            return top[0] if top else None
        else:
            continue

        if values is None:
            append(node)
        elif key is not None:
            values[key] = node
            key = None
        elif value in values or (value == "<<" and plain):
            first_key = file.of(values[value].number - 1) if value in values else None
            note(faults, _refused_key(value, file.of(number), first_key))
            key = _DROPPED
        else:
            # Keys repeat in thousands of mappings: one text for all of them is found faster, and takes less memory.
            key = intern(value)


def _again(node: Node, number: int) -> Node:
    """A list or mapping that an alias repeats: what stands in it, and where, is that of the one with the anchor."""
    if isinstance(node, MappingNode):
        mapping = MappingNode(node.file, number)
        mapping.values = node.values
        return mapping
    assert isinstance(node, SequenceNode)
    sequence = SequenceNode(node.file, number)
    sequence.items = node.items
    return sequence


def _beginning(node: Node) -> Place:
    """The first character of a collection whose end is not known yet."""
    path, line, column, _, _ = node.place
    return Place(path, line, column, line, column + 1)


def _compound_key(place: Place) -> Fault:
    return Fault(
        "wrong-type", "What stands before a colon must be a single word or text, not a list or a mapping.", place
    )


def _refused_key(key: str, place: Place, first: Place | None) -> Fault:
    if first is None:
        return Fault(
            "merge-key",
            'The merge key "<<" is not part of the plan language: '
            'write what is shared once under "templates" and name it with "use".',
            place,
        )
    return Fault(
        "duplicate-key",
        f'"{key}" is written in line {first.line} and again in line {place.line}: '
        "only the first counts, so merge the two or delete one.",
        place,
        (Related(first, f'the first "{key}"'),),
    )


def _second_document(path: str, mark: Any) -> Fault:
    line, column = mark.line + 1, mark.column + 1
    return Fault(
        "yaml",
        'A plan file holds one document, and a second one begins here: remove the line "---", or use two files.',
        Place(path, line, column, line, column + 3),
    )
