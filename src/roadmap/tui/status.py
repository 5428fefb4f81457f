"""Single lines of text around the views: the title, the trouble, the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from roadmap.tui.canvas import fitted
from roadmap.tui.glyphs import UNICODE, Glyphs
from roadmap.tui.kept_strip import KeptStrip
from roadmap.tui.lines import Piece
from roadmap.tui.palette import DARK, Palette


class StatusLine(Widget):
    """``left`` and ``right``: pieces at either end; the right end is left out where there is no room for it. A piece
    whose text is in ``actions`` may be clicked."""

    DEFAULT_CSS = "StatusLine { height: 1; }"

    class Clicked(Message):
        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str, ground: str = "bar") -> None:
        super().__init__(id=id)
        self.palette: Palette = DARK
        self.glyphs: Glyphs = UNICODE
        self._ground = ground
        self._left: Sequence[Piece] = ()
        self._right: Sequence[Piece] = ()
        self._actions: dict[str, str] = {}
        self._kept: Strip | None = None

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = (), actions: dict[str, str] | None = None) -> None:
        self._left, self._right, self._actions = left, right, actions or {}
        self._kept = None
        self.refresh()

    def dress(self, palette: Palette, glyphs: Glyphs) -> None:
        self.palette, self.glyphs = palette, glyphs
        self._kept = None
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual asks for all of the screen in every frame."""
        if self._kept is None or self._kept.cell_length != self.size.width:
            self._kept = self.render_line(0)
        return [self._kept.crop(crop.x, crop.right)]

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, self.palette.styles
        ends = sum(cell_len(text) for text, _, _ in self._right)
        right = self._right if ends + 8 < width else ()
        room = width - (ends if right else 0)
        segments: list[Segment] = []
        used = 0
        for text, fore, back in self._left:
            length = cell_len(text)
            if used + length > room:
                text = fitted(text, room - used, self.glyphs.ellipsis)
                length = room - used
            segments.append(Segment(text, styles[fore, back or self._ground]))
            used += length
        segments.append(Segment(" " * (room - used), styles["", self._ground]))
        segments += [Segment(text, styles[fore, back or self._ground]) for text, fore, back in right]
        return KeptStrip(segments, width)

    def on_click(self, event: events.Click) -> None:
        cell = 0
        for text, _, _ in self._left:
            cell += cell_len(text)
            if event.x < cell:
                if text in self._actions:
                    self.post_message(self.Clicked(self._actions[text]))
                return
