"""JSON documents that are safe to print.

What a terminal would obey or hide is written as an escape, which reads back as the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.outputs.terminal_text import visible


def json_lines(document: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a document: one for each key and each item of a list of mappings, so that diffs are short."""
    last = len(document) - 1
    yield "{"
    for index, (key, value) in enumerate(document.items()):
        end = "," if index < last else ""
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"  {_dumped(key)}: ["
            for number, item in enumerate(value, 1):
                yield f"    {_dumped(item)}{',' if number < len(value) else ''}"
            yield f"  ]{end}"
        else:
            yield f"  {_dumped(key)}: {_dumped(value)}{end}"
    yield "}"


def _dumped(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if text.isprintable():
        return text
    return "".join(character if visible(character) == character else json.dumps(character)[1:-1] for character in text)
