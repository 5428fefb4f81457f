"""One line of cells that is painted over, layer by layer, and then becomes a strip."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment

from roadmap.outputs.terminal_text import visible
from roadmap.tui.palette import Styles


def fitted(text: str, width: int, ellipsis: str) -> str:
    """``text``, made visible, in exactly ``width`` cells."""
    shown = visible(text)
    if cell_len(shown) > width > 0:
        return set_cell_size(shown, width - 1) + ellipsis
    return set_cell_size(shown, max(width, 0))


class Canvas:
    """``glyphs``: a character a cell (a wide one has an empty text beside it). ``fore`` and ``back``: the names of
    their inks. Nothing has been painted but from ``low`` up to ``high``."""

    __slots__ = ("back", "fore", "glyphs", "high", "low", "width")

    def __init__(self, width: int, back: list[str] | None = None) -> None:
        self.width = width
        self.glyphs = [" "] * width
        self.fore = ["text"] * width
        self.back = [""] * width if back is None else back
        self.low, self.high = width, 0

    def put(self, cell: int, glyph: str, fore: str) -> None:
        if 0 <= cell < self.width:
            self.glyphs[cell] = glyph
            self.fore[cell] = fore
            self._painted(cell, cell + 1)

    def free(self, cell: int) -> bool:
        """Whether nothing is painted there yet."""
        return 0 <= cell < self.width and self.glyphs[cell] == " "

    def fill(self, left: int, right: int, glyph: str, fore: str) -> None:
        """A half-open stretch, as far as it lies on the canvas."""
        left, right = max(left, 0), min(right, self.width)
        if left < right:
            self.glyphs[left:right] = [glyph] * (right - left)
            self.fore[left:right] = [fore] * (right - left)
            self._painted(left, right)

    def write(self, left: int, text: str, fore: str, right: int | None = None) -> int:
        """``text``, made visible, from ``left`` on; what does not fit before ``right`` is left out. Returns the cell
        after it."""
        limit = self.width if right is None else min(right, self.width)
        cell = left
        for character in visible(text):
            width = get_character_cell_size(character)
            if cell + width > limit:
                break
            if cell >= 0 and width:
                self.put(cell, character, fore)
                if width == 2:
                    self.put(cell + 1, "", fore)
            cell += width
        return cell

    def _painted(self, left: int, right: int) -> None:
        if left < self.low:
            self.low = left
        if right > self.high:
            self.high = right

    def segments(self, styles: Styles, left: int = 0, right: int | None = None) -> list[Segment]:
        """Stretches of one style each, from ``left`` to ``right``."""
        segments: list[Segment] = []
        start = left
        for inks, cells in groupby(zip(self.fore[left:right], self.back[left:right], strict=True)):
            end = start + len(list(cells))
            text = "".join(self.glyphs[start:end])
            # Letters that are not there need no colour: that halves what is sent to the terminal.
            segments.append(Segment(text, styles["", inks[1]] if text.isspace() else styles[inks]))
            start = end
        return segments
