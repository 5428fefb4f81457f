"""Text as calendars take it: without control characters, and a summary on one line.

Line ends of every kind (CR LF, LF, CR, VT, FF, the separators FS, GS, RS, NEL, and the Unicode separators of lines and
paragraphs) become one newline, or a space in a summary. A tab becomes a space. All other control characters (C0, DEL,
C1) are left out, and so is the byte order mark, which readers drop. A lone surrogate, which UTF-8 cannot hold, becomes
U+FFFD. Everything else stays as it is.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """A text as a summary shows it."""
    return _clean(_LINE_ENDS.sub(" ", text))


def lines(text: str) -> str:
    """A text that may have several lines, with ``\\n`` between them."""
    return "\n".join(map(_clean, _LINE_END.sub("\n", text).split("\n")))


def _clean(line: str) -> str:
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", line.replace("\t", " ")))
