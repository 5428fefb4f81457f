"""From an index in a text to a line and a column."""

from __future__ import annotations

from roadmap.source.nodes import Place


def after(passed: str, line: int = 1, column: int = 1) -> tuple[int, int]:
    """Where one stands who began at ``line`` and ``column`` and has read ``passed``.

    Lines and columns count from 1. LF, CR LF and a lone CR end a line, as in YAML.
    """
    breaks = passed.count("\n") + passed.count("\r") - passed.count("\r\n")
    if not breaks:
        return line, column + len(passed)
    return line + breaks, len(passed) - max(passed.rfind("\n"), passed.rfind("\r"))


def stretch(path: str, text: str, start: int, end: int) -> Place:
    """The place of ``text[start:end]``. Reads the text from its beginning: for errors, not for every node."""
    line, column = after(text[:start])
    return Place(path, line, column, *after(text[start:end], line, column))
