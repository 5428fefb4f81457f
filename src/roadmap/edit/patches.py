"""Patches: stretches of a text and what is to stand there instead.

Nothing else of the file changes: comments, order, quotes, line ends and a byte order mark stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from roadmap.source.nodes import Place

_BREAK = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Patch(NamedTuple):
    """``text`` instead of what stands at ``place``; a place without extent is where it is put in."""

    place: Place
    text: str


class PatchError(ValueError):
    """Patches that cannot be made. The message is one line."""


class Sheet:
    """The text of one file, and where its lines begin.

    Indices are those of the text; lines and columns count from 1, and from behind a byte order mark.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [len(_MARK) if text.startswith(_MARK) else 0, *(found.end() for found in _BREAK.finditer(text))]

    def index(self, line: int, column: int) -> int:
        """Raises ``PatchError`` outside the text."""
        index = self._starts[line - 1] + column - 1 if 1 <= line <= len(self._starts) else len(self.text) + 1
        if not 0 <= index <= len(self.text):
            raise PatchError(f"{self.path} has no line {line} with a column {column}")
        return index

    def span(self, place: Place) -> tuple[int, int]:
        """The indices between which ``place`` lies. Raises ``PatchError`` outside the text."""
        return self.index(place.line, place.column), self.index(place.end_line, place.end_column)

    def written(self, place: Place) -> str:
        """What stands there."""
        start, end = self.span(place)
        return self.text[start:end]

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        return Place(self.path, *self._position(start), *self._position(end))

    def line_start(self, index: int) -> int:
        """Where the line that ``index`` lies in begins."""
        return self._starts[self._position(index)[0] - 1]

    def next_line(self, index: int) -> int:
        """Where the next line begins, behind the line break; the end of the text in the last line."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    @property
    def newline(self) -> str:
        """The line end of this file: that of its first line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def _position(self, index: int) -> tuple[int, int]:
        from bisect import bisect_right

        line = max(bisect_right(self._starts, index), 1)
        return line, index - self._starts[line - 1] + 1


def apply(path: str, text: str, patches: Iterable[Patch]) -> str:
    """The patched text. The same patch twice counts once.

    Raises ``PatchError`` where patches overlap, lie outside the text, or make of a readable file one that is not.
    """
    sheet = Sheet(path, text)
    spans = sorted({(*sheet.span(patch.place), patch.text) for patch in patches})
    for (start, end, _), (following, behind, _) in pairwise(spans):
        if following < end or (start, end) == (following, behind):
            raise PatchError(f"{path}: two changes of line {sheet.place(start, end).line} exclude each other")
    if any(start > end for start, end, _ in spans):
        raise PatchError(f"{path}: a change ends before it begins")
    parts: list[str] = []
    done = 0
    for start, end, written in spans:
        parts += (text[done:start], written)
        done = end
    patched = "".join((*parts, text[done:]))
    if patched != text and not _readable(path, patched) and _readable(path, text):
        raise PatchError(f"{path}: the change would make the file unreadable")
    return patched


def apply_all(texts: Mapping[str, str], patches: Iterable[Patch]) -> dict[str, str]:
    """The files that change, and their new text. Raises ``PatchError``, and then nothing is to change."""
    by_path: dict[str, list[Patch]] = {}
    for patch in patches:
        by_path.setdefault(patch.place.path, []).append(patch)
    missing = sorted(by_path.keys() - texts.keys())
    if missing:
        raise PatchError(f"{missing[0]} was not read and cannot be changed")
    patched = {path: apply(path, texts[path], some) for path, some in sorted(by_path.items())}
    return {path: text for path, text in patched.items() if text != texts[path]}


def _readable(path: str, text: str) -> bool:
    from roadmap.source.load import parse

    document = parse(path, text)
    return document.root is not None or not document.faults
