"""The one escaper of everything that is printed: text from plan files never steers a terminal.

What does not print by itself is written out: control characters (C0, DEL, C1), overrides of the writing direction,
format characters without width, separators of lines and paragraphs, lone surrogates, and what this Python's Unicode
tables do not know or leave to private use. ``ESC`` becomes ``\\u{1b}``. Ordinary spaces and accents stay.
"""

from __future__ import annotations

import unicodedata

_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def visible(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey or hide."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return _SHORT.get(character) or f"\\u{{{ord(character):x}}}"
