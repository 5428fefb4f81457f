"""Colour and links on a terminal, or none of them: every face of the text is the same without."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from roadmap.source.nodes import Place

Paint = Literal["bold", "dim", "red", "yellow", "blue", "green", "cyan"]

_CODES: dict[Paint, str] = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36",
}  # fmt: skip


class Style(NamedTuple):
    """``colour``: whether to paint. ``root``: the workspace, where places are to be links (OSC 8), else ``None``.
    ``width``: cells of a line, ``None`` where it does not matter (a file, a pipe)."""

    colour: bool = False
    root: Path | None = None
    width: int | None = None

    def paint(self, text: str, *paints: Paint) -> str:
        """``text``, already visible, in these colours."""
        if not self.colour or not text or not paints:
            return text
        return f"\x1b[{';'.join(_CODES[paint] for paint in paints)}m{text}\x1b[0m"

    def link(self, text: str, place: Place) -> str:
        """``text``, already visible, as a link to a place.

        The address is percent-encoded: nothing in a file name can end it early.
        """
        if self.root is None or not self.root.is_absolute():
            return text
        try:
            address = f"{(self.root / place.path).as_uri()}#{place.line}"
        except (UnicodeError, ValueError):
            return text
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


PLAIN = Style()
