"""JSON documents that are safe to print.

What a terminal would obey or hide is written as an escape, which reads back as the same text.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from roadmap.outputs.terminal_text import visible


def json_lines(document: Mapping[str, Any], opened: Collection[str] = ()) -> Iterator[str]:
    """The lines of a document: one for each key and each item of a list of mappings, so that diffs are short.

    ``opened``: keys, at any depth, whose mapping or list of mappings is spread over lines in the same way.
    """
    return _spread(document, "", "", opened)


def json_list_lines(items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a document that is a list: one for each item."""
    yield "["
    for number, item in enumerate(items, 1):
        yield f"  {_dumped(item)}{',' if number < len(items) else ''}"
    yield "]"


def _spread(mapping: Mapping[str, Any], indent: str, lead: str, opened: Collection[str]) -> Iterator[str]:
    """``lead`` stands before the opening brace."""
    last = len(mapping) - 1
    yield f"{lead}{{"
    for index, (key, value) in enumerate(mapping.items()):
        end = "," if index < last else ""
        head = f"{indent}  {_dumped(key)}: "
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{head}["
            for number, item in enumerate(value, 1):
                comma = "," if number < len(value) else ""
                if key in opened:
                    yield from _ended(_spread(item, f"{indent}    ", f"{indent}    ", opened), comma)
                else:
                    yield f"{indent}    {_dumped(item)}{comma}"
            yield f"{indent}  ]{end}"
        elif key in opened and isinstance(value, dict):
            yield from _ended(_spread(value, f"{indent}  ", head, opened), end)
        else:
            yield f"{head}{_dumped(value)}{end}"
    yield f"{indent}}}"


def _ended(lines: Iterator[str], end: str) -> Iterator[str]:
    """The lines, with ``end`` behind the last one."""
    held = next(lines)
    for line in lines:
        yield held
        held = line
    yield f"{held}{end}"


def _dumped(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if text.isprintable():
        return text
    return "".join(character if visible(character) == character else json.dumps(character)[1:-1] for character in text)
