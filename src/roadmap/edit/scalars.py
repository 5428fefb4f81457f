"""Writing a scalar: as it is where that reads back the same everywhere, else in quotes."""

from __future__ import annotations

import re

from roadmap.edit.patches import Patch, Sheet
from roadmap.source.nodes import Place

# What means itself in block and in flow context alike; `a: b` and `a #b` cannot match, as no space follows a sign.
_PLAIN = re.compile(r"[A-Za-z0-9_./+<(](?:[\w./@+<>()%=~-]|:(?=[\w./])|[ ](?=[\w./@+<>()%=~-]))*", re.ASCII)
_NULLS = ("", "~", "null", "Null", "NULL")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
# Compiled where something is quoted, which takes half a millisecond.
_UNPRINTABLE = '[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]'


def replaced(sheet: Sheet, place: Place, text: str, *, plain: bool = False) -> Patch:
    """The scalar at ``place``, key or value, with another text, in the quotes that it had.

    ``plain``: without quotes, if it can be.
    """
    return Patch(place, written(text, like="" if plain else sheet.written(place)[:1]))


def written(text: str, like: str = "") -> str:
    """``text`` as one line of YAML. ``like``: the sign with which the scalar that it replaces begins."""
    if like == "'" and not re.search(_UNPRINTABLE, text.replace('"', "").replace("\\", "")):
        return "'" + text.replace("'", "''") + "'"
    if like not in ("'", '"', "|", ">") and _PLAIN.fullmatch(text) and text not in _NULLS:
        return text
    return '"' + re.sub(_UNPRINTABLE, _escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPES.get(sign) or (f"\\x{ord(sign):02X}" if ord(sign) < 256 else f"\\u{ord(sign):04X}")
