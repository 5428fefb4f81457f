"""Where the comments of a file are: the parser does not tell, so whatever it calls a scalar is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.events import ScalarEvent

_COMMENT = re.compile(r"#[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*")


class Span(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


def scalar_spans(text: str) -> list[Span]:
    """Every scalar of ``text`` in order, quotes included; of a block scalar what follows its header line.

    Reads the text once more, so it is for the few files where it matters. ``text`` must be readable.
    """
    next_event: Any = CParser(text).get_event
    spans = []
    while (event := next_event()) is not None:
        if event.__class__ is ScalarEvent:
            begin: Any = event.start_mark
            end: Any = event.end_mark
            header = _LINE.match(text, begin.index) if event.style in ("|", ">") else None
            spans.append(Span(header.end() if header else begin.index, end.index))
    return spans


def gaps(text: str, spans: list[Span]) -> Iterator[Span]:
    """What stands between the scalars: structure, blanks and comments."""
    position = 0
    for span in spans:
        if span.start > position:
            yield Span(position, span.start)
        position = span.end
    if position < len(text):
        yield Span(position, len(text))


def comments(text: str, spans: list[Span]) -> Iterator[Span]:
    """Every comment, from its ``#`` to the end of its line."""
    for gap in gaps(text, spans):
        for found in _COMMENT.finditer(text, gap.start, gap.end):
            yield Span(found.start(), found.end())
