"""How wide text is on a terminal, and how to make it fit.

Widths are in cells: 0 for accents that combine, 2 for wide characters.
Texts have gone through ``terminal_text.visible`` before: nothing in them steers the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ELLIPSIS = "…"
_OTHER = re.compile("[^\0-\x7f]")


def cells(text: str) -> int:
    """The width of ``text``."""
    return len(text) if text.isascii() else len(text) + sum(cell(character) - 1 for character in _OTHER.findall(text))


@lru_cache(4096)
def cell(character: str) -> int:
    """The width of one character: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(text: str, width: int) -> str:
    """``text`` if it is at most ``width`` wide, else its beginning and an ellipsis."""
    return text if cells(text) <= width else _beginning(text, width - 1) + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int, right: bool = False) -> str:
    """``text`` filled with spaces to ``width``: behind it, or before it where it is to stand at the right."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def wrap(text: str, width: int | None, indent: str = "", first: str | None = None) -> Iterator[str]:
    """``text`` in lines of at most ``width`` cells (``None``: one line), broken at spaces.

    A word that has no room on a line of its own is broken too. ``indent`` begins every line, ``first`` (default:
    ``indent``) the first one; both count.
    """
    line = indent if first is None else first
    if width is None:
        yield line + text
        return
    empty = True
    for word in text.split(" "):
        if not empty and cells(line) + 1 + cells(word) > width:
            yield line
            line, empty = indent, True
        if not empty:
            line += " "
        while empty and cells(line) + cells(word) > width and len(word) > 1:
            part = _beginning(word, width - cells(line)) or word[0]
            yield line + part
            line, word = indent, word[len(part) :]
        line, empty = line + word, False
    yield line


def _beginning(text: str, width: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += cell(character)
        if taken > width:
            return text[:index]
    return text
