"""The base of both views and of the details: rows of cells that are drawn when they are looked at, and only once.

Textual's line API: a list of ten thousand rows costs as much as the rows on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from roadmap.tui.glyphs import UNICODE, Glyphs
from roadmap.tui.kept_strip import KeptStrip
from roadmap.tui.palette import DARK, Palette

Piece = tuple[str, str, str]
"""A text that is ready to print, the ink of its letters and that of its ground."""

WHEEL = 3
"""Rows that one notch of the wheel scrolls."""

KEPT = 400
"""Strips that are kept at a time: some pages. Each holds caches of its own, which the garbage collector walks."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor below a header that stays.

    What makes it a view: ``row_count``, ``header_lines``, ``draw_header``, ``draw_row`` and, where rows are not all
    alike, ``may_select``. All lines are ``room`` cells wide.
    Strips are kept until ``redraw``. ``when_selected`` is called when the cursor moves, at
    once, so that one frame shows all of it.
    """

    DEFAULT_CSS = """
    LineView {
        height: 1fr; width: 1fr; overflow-x: scroll; overflow-y: scroll;
        scrollbar-size: 0 0; background: $background;
    }
    """

    class Chosen(Message):
        """A row was clicked. ``x``: the cell of the view."""

        def __init__(self, view: LineView, row: int, x: int) -> None:
            super().__init__()
            self.view = view
            self.row = row
            self.x = x

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.palette: Palette = DARK
        self.glyphs: Glyphs = UNICODE
        self.cursor = 0
        self.header_height = 0
        self.room = 0
        self.lines_high = 0
        self.framed = False
        self.when_selected: Callable[[LineView], None] = _ignore
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._nothing = Strip([])

    # What a view says of itself

    @property
    def row_count(self) -> int:
        return 0

    @property
    def header_lines(self) -> int:
        """How many lines stay; asked when something changes, and kept in ``header_height``."""
        return 0

    @property
    def content_width(self) -> int:
        """Cells from the left edge to where scrolling ends."""
        return 0

    def draw_header(self, line: int) -> Strip:
        raise NotImplementedError

    def draw_row(self, row: int, selected: bool) -> Strip:
        raise NotImplementedError

    def may_select(self, row: int) -> bool:
        return True

    # What it gets for that

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region. Textual's way lays a border, a padding and filters of colours over every line, which
        takes as long as drawing it; a view has none of them unless it is ``framed``."""
        if self.framed:
            return super().render_lines(crop)
        left, right, top = crop.x, crop.right, self.scroll_offset.y
        strips = [self._line(y, top) for y in range(crop.y, crop.bottom)]
        return strips if left == 0 and right == self.room else [strip.crop(left, right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self._line(y, self.scroll_offset.y)

    def _line(self, y: int, top: int) -> Strip:
        """One line, where ``top`` is the first row in sight."""
        if y < self.header_height:
            key = (y - self.header_height, False)
            if key not in self._strips:
                self._strips[key] = self.draw_header(y)
            return self._strips[key]
        row = y - self.header_height + top
        if row >= self.row_count:
            return self._nothing
        key = (row, row == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            strip = self._strips[key] = self.draw_row(*key)
        if y == self.lines_high - 1 and row < self.row_count - 1:
            return self._ended(strip, self.glyphs.below)
        if y == self.header_height and row > 0:
            return self._ended(strip, self.glyphs.above)
        return strip

    def _ended(self, strip: Strip, glyph: str) -> Strip:
        """With a sign in the last cell that there is more. (A scroll bar would cost as much as the rows beside it.)"""
        end = Segment(glyph, self.palette.styles["key", "bar"])
        return KeptStrip([*strip.crop(0, self.room - 1), end], self.room)

    def joined(self, pieces: Iterable[Piece], segments: Iterable[Segment] = ()) -> Strip:
        """One line of texts, and what follows them."""
        styles = self.palette.styles
        made = [Segment(text, styles["" if text.isspace() else fore, back]) for text, fore, back in pieces if text]
        return KeptStrip([*made, *segments], self.room)

    def redraw(self) -> None:
        """Forget all strips: what they show has changed."""
        self._strips.clear()
        self._nothing = KeptStrip([Segment(" " * self.room, self.palette.styles["", ""])], self.room)
        self.refresh()

    def resized(self) -> None:
        """Take over another number of rows or another width."""
        self.room, self.lines_high = self.size
        self.header_height = self.header_lines
        size = Size(self.content_width, self.row_count + self.header_height)
        if size != self.virtual_size:
            # Not by assignment, which would lay out the whole screen for what only concerns the scroll bars.
            self.set_reactive(LineView.virtual_size, size)
            self._scroll_update(size)
        self.cursor = max(min(self.cursor, self.row_count - 1), 0)
        self.redraw()

    def dress(self, palette: Palette, glyphs: Glyphs) -> None:
        self.palette, self.glyphs = palette, glyphs
        self.redraw()

    @property
    def page(self) -> int:
        """Rows on the screen."""
        return max(self.lines_high - self.header_height, 1)

    def select(self, row: int, centre: bool = False) -> None:
        """Move the cursor and bring it into sight."""
        if not self.row_count:
            return
        row = max(0, min(row, self.row_count - 1))
        before, self.cursor = self.cursor, row
        if row != before:
            self.refresh_rows(before, before)
            self.refresh_rows(row, row)
            self.selection_changed()
        self.bring_into_sight(centre)
        if row != before:
            self.when_selected(self)

    def selection_changed(self) -> None:
        """For views that draw more than the cursor when it moves."""

    def refresh_rows(self, first: int, last: int) -> None:
        """Show some rows anew, as far as they are in sight. A terminal at the far end of a slow line notices what else
        is sent."""
        top = self.scroll_offset.y
        above, below = max(first - top, 0), min(last - top + 1, self.page)
        if above < below:
            self.refresh(Region(0, self.header_height + above, self.room, below - above))

    def on_focus(self) -> None:
        self._show_focus()

    def on_blur(self) -> None:
        self._show_focus()

    def _show_focus(self) -> None:
        """The cursor tells where the keys go."""
        self._strips.pop((self.cursor, True), None)
        self.refresh_rows(self.cursor, self.cursor)

    def bring_into_sight(self, centre: bool = False) -> None:
        top, page = self.scroll_offset.y, self.page
        if centre and not top <= self.cursor < top + page:
            self.scroll_to(y=max(self.cursor - page // 2, 0), animate=False)
        elif self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + page:
            self.scroll_to(y=self.cursor - page + 1, animate=False)

    def step(self, by: int) -> None:
        """To the next row that may be selected, in steps of ``by``; stays where there is none."""
        row = self.cursor + by
        while 0 <= row < self.row_count and not self.may_select(row):
            row += 1 if by > 0 else -1
        if 0 <= row < self.row_count:
            self.select(row)
        elif abs(by) > 1:
            self.select(self.row_count - 1 if by > 0 else 0)

    def on_resize(self, event: events.Resize) -> None:
        self.resized()
        self.bring_into_sight()

    def on_click(self, event: events.Click) -> None:
        row = event.y - self.header_height + self.scroll_offset.y
        if event.y >= self.header_height and row < self.row_count and self.may_select(row):
            self.select(row)
            self.post_message(self.Chosen(self, row, event.x))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        event.prevent_default()
        if event.shift or event.ctrl:
            self.scroll_relative(x=by * 2, animate=False)
        else:
            self.scroll_relative(y=by, animate=False)


def _ignore(view: LineView) -> None:
    """Nobody wants to know."""
