"""One line of cells that is painted over, layer by layer, and then becomes a strip."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from roadmap.outputs.terminal_text import visible

Paint = Callable[[str, str], Style]
"""Names of a foreground and a background to a style."""


def fitted(text: str, width: int, ellipsis: str = "…") -> str:
    """``text``, made visible, in exactly ``width`` cells."""
    shown = visible(text)
    if cell_len(shown) > width > 0:
        return set_cell_size(shown, width - 1) + ellipsis
    return set_cell_size(shown, max(width, 0))


class Canvas:
    """``glyphs``: a character a cell (a wide one has an empty text beside it). ``fore`` and ``back``: the names of
    their inks."""

    __slots__ = ("back", "fore", "glyphs", "width")

    def __init__(self, width: int, back: list[str] | None = None) -> None:
        self.width = width
        self.glyphs = [" "] * width
        self.fore = ["text"] * width
        self.back = [""] * width if back is None else back.copy()

    def put(self, cell: int, glyph: str, fore: str) -> None:
        if 0 <= cell < self.width:
            self.glyphs[cell] = glyph
            self.fore[cell] = fore

    def free(self, cell: int) -> bool:
        """Whether nothing is painted there yet."""
        return 0 <= cell < self.width and self.glyphs[cell] == " "

    def fill(self, left: int, right: int, glyph: str, fore: str) -> None:
        """A half-open stretch, as far as it lies on the canvas."""
        left, right = max(left, 0), min(right, self.width)
        if left < right:
            self.glyphs[left:right] = [glyph] * (right - left)
            self.fore[left:right] = [fore] * (right - left)

    def behind(self, left: int, right: int, glyph: str, fore: str) -> None:
        """The same, but only where nothing is painted yet."""
        glyphs = self.glyphs
        for cell in range(max(left, 0), min(right, self.width)):
            if glyphs[cell] == " ":
                glyphs[cell] = glyph
                self.fore[cell] = fore

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
                self.glyphs[cell] = character
                self.fore[cell] = fore
                if width == 2:
                    self.glyphs[cell + 1] = ""
                    self.fore[cell + 1] = fore
            cell += width
        return cell

    def segments(self, paint: Paint) -> list[Segment]:
        """Stretches of one style each."""
        glyphs, fore, back = self.glyphs, self.fore, self.back
        segments: list[Segment] = []
        start = 0
        for cell in range(1, self.width):
            if fore[cell] != fore[start] or back[cell] != back[start]:
                segments.append(Segment("".join(glyphs[start:cell]), paint(fore[start], back[start])))
                start = cell
        if self.width:
            segments.append(Segment("".join(glyphs[start:]), paint(fore[start], back[start])))
        return segments

    def strip(self, paint: Paint) -> Strip:
        return Strip(self.segments(paint), self.width)
