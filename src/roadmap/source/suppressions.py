"""Comments that suppress findings: `# roadmap: ignore[LT203] until 2027-01-31 because …`."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from roadmap.source.comments import comments, scalar_spans
from roadmap.source.nodes import Place
from roadmap.source.places import after

_WORDS = "roadmap: ignore"
_SUPPRESSION = re.compile(
    r"#\s*roadmap: ignore(?![\w-])"
    r"(?:\s*\[(?P<codes>[^\]]*)\])?"
    r"(?:\s*until\s+(?P<until>[^\s,;]+))?[,;]?"
    r"(?:\s*because\s+(?P<because>.*\S))?"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BREAK = re.compile(r"\r\n|\r|\n")


class Suppression(NamedTuple):
    """One such comment.

    ``codes``: codes, names or prefixes as written; none where the brackets are missing. ``line``: the line whose
    findings it suppresses: its own, or where it stands alone the next that is neither blank nor a comment.
    ``until`` or ``because`` is ``None`` where missing or not readable.
    """

    codes: tuple[str, ...]
    until: dt.date | None
    because: str | None
    line: int
    place: Place


def scan(path: str, text: str) -> tuple[Suppression, ...]:
    """The suppressions of one file that the parser can read, in order."""
    if _WORDS not in text:
        return ()
    lines = _BREAK.split(text)
    below = _lines_below(lines)
    found = []
    index, line, column = 0, 1, 1
    for comment in comments(text, scalar_spans(text)):
        suppression = _SUPPRESSION.search(text, comment.start, comment.end)
        if suppression is None:
            continue
        line, column = after(text[index : comment.start], line, column)
        index = comment.start
        alone = not lines[line - 1][: column - 1].strip()
        found.append(
            Suppression(
                tuple(code.strip() for code in (suppression["codes"] or "").split(",") if code.strip()),
                _day(suppression["until"]),
                suppression["because"],
                below[line - 1] if alone else line,
                Place(path, line, column, line, column + comment.end - comment.start),
            )
        )
    return tuple(found)


def _lines_below(lines: list[str]) -> list[int]:
    """For every line the number of the next one below it that holds something; its own where there is none."""
    below = [0] * len(lines)
    following = 0
    for index in range(len(lines) - 1, -1, -1):
        below[index] = following or index + 1
        if lines[index].strip() and not lines[index].lstrip().startswith("#"):
            following = index + 1
    return below


def _day(written: str | None) -> dt.date | None:
    if written is None or not _DAY.fullmatch(written):
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
