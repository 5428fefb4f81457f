"""The widget of the details: lines that can be walked, each with a place to open and a row to go to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from rich.cells import cell_len
from textual.strip import Strip

from roadmap.tui.canvas import fitted
from roadmap.tui.detail.paragraph import Line, Paragraph, broken
from roadmap.tui.lines import LineView


class Details(LineView):
    """``beside``: it stands at the right of the view, and has its edge at the left, else above."""

    def __init__(self) -> None:
        super().__init__(id="details")
        self.beside = True
        self._paragraphs: tuple[Paragraph, ...] = ()
        self.lines_: list[Line] = []
        self._subject: Hashable = ""

    def show(self, subject: Hashable, paragraphs: Iterable[Paragraph]) -> None:
        """Another page; the cursor stays where the subject is the same."""
        self._paragraphs = tuple(paragraphs)
        if subject != self._subject:
            self._subject, self.cursor = subject, 0
            self.scroll_to(y=0, animate=False)
        self.resized()

    def resized(self) -> None:
        width = max(self.size.width - 4, 8)
        self.lines_ = [line for paragraph in self._paragraphs for line in broken(paragraph, width)]
        super().resized()

    @property
    def selected(self) -> Line | None:
        return self.lines_[self.cursor] if 0 <= self.cursor < len(self.lines_) else None

    @property
    def row_count(self) -> int:
        return len(self.lines_)

    @property
    def content_width(self) -> int:
        return self.room

    @property
    def header_lines(self) -> int:
        return 0 if self.beside or self.framed else 1

    def draw_header(self, line: int) -> Strip:
        return self.joined([(self.glyphs.rule * self.room, "rule", "")])

    def may_select(self, row: int) -> bool:
        return bool(self.lines_[row].text)

    def draw_row(self, row: int, selected: bool) -> Strip:
        line = self.lines_[row]
        back = "cursor" if selected and self.has_focus else ""
        edge = self.glyphs.edge if self.beside and not self.framed else ""
        room = max(self.room - 2 - len(edge) - cell_len(line.lead), 0)
        point = self.glyphs.cursor if back else " "
        return self.joined(
            [
                (edge, "rule", ""),
                (point, "key", back),
                (f" {line.lead}", line.lead_ink, back),
                (fitted(line.text, room, self.glyphs.ellipsis), line.ink, back),
            ]
        )
