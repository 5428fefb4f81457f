"""The widget of the conflicts."""

from __future__ import annotations

from textual.strip import Strip

from roadmap.checks.wording import counted
from roadmap.tui.canvas import fitted
from roadmap.tui.conflicts.rows import SORTINGS, FindingRow, Sorting, fitting, rows_of
from roadmap.tui.filter import Filter
from roadmap.tui.lines import LineView, Piece
from roadmap.tui.snapshot import Snapshot

WITH_NAME = 70
"""From this width on, the name of the check has room beside its code."""


class Conflicts(LineView):
    """``snapshot`` is ``None`` until the plan has been read for the first time."""

    def __init__(self) -> None:
        super().__init__(id="conflicts")
        self.snapshot: Snapshot | None = None
        self.sorting: Sorting = "severity"
        self.rows: list[FindingRow] = []
        self.filter = Filter()
        self._shown = 0
        self._folded: dict[Sorting, set[str]] = {sorting: set() for sorting in SORTINGS}

    def show_plan(self, snapshot: Snapshot) -> None:
        """Another revision, with the cursor on the same finding where it is still there."""
        self.snapshot = snapshot
        self._arrange()

    def show_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self._arrange()

    def regroup(self) -> None:
        self.sorting = SORTINGS[(SORTINGS.index(self.sorting) + 1) % len(SORTINGS)]
        self._arrange()

    def fold(self, row: int) -> None:
        if self.rows:
            key = self.rows[row].group
            self._folded[self.sorting] ^= {key}
            self.cursor = next(index for index, shown in enumerate(self.rows) if shown.key == key)
            self._arrange()

    def fold_all(self) -> None:
        every = {row.group for row in self.rows}
        self._folded[self.sorting] = set() if self._folded[self.sorting] >= every else every
        self._arrange()

    def next_conflict(self, direction: int) -> bool:
        row = self.cursor + direction
        while 0 <= row < len(self.rows):
            if self.rows[row].finding is not None:
                self.select(row, centre=True)
                return True
            row += direction
        return False

    def reveal(self, item: str) -> None:
        """Select the worst finding about something, unless the selected one is about it, too."""
        about = [
            row for row, shown in enumerate(self.rows) if shown.finding is not None and item in shown.finding.items
        ]
        if about and self.cursor not in about:
            self.select(about[0], centre=True)

    def _arrange(self) -> None:
        if self.snapshot is None:
            return
        before = self.selected
        shown = fitting(self.snapshot, self.filter)
        self.rows = rows_of(shown, self.snapshot, self.sorting, self._folded[self.sorting])
        self._shown = len(shown)
        if before is not None:
            same = [index for index, row in enumerate(self.rows) if _same(row, before)]
            self.cursor = same[0] if same else min(self.cursor, len(self.rows) - 1)
        elif len(self.rows) > 1:
            self.cursor = 1  # the first finding, not its group
        self.resized()
        self.bring_into_sight(centre=True)
        self.when_selected(self)

    @property
    def selected(self) -> FindingRow | None:
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def row_count(self) -> int:
        return len(self.rows)

    @property
    def header_lines(self) -> int:
        return 0 if self.snapshot is None else 1

    @property
    def content_width(self) -> int:
        return self.room

    def draw_header(self, line: int) -> Strip:
        assert self.snapshot is not None
        found = counted(len(self.snapshot.findings), "finding")
        if self.filter:
            found = f"{self._shown} of {found}"
        hidden = f", {self.snapshot.suppressed} suppressed" if self.snapshot.suppressed else ""
        text = f" by {self.sorting}: {found}{hidden}" if self.snapshot.checked else " checking"
        return self.joined([(fitted(text, self.room, self.glyphs.ellipsis), "dim", "axis")])

    def draw_row(self, row: int, selected: bool) -> Strip:
        shown, width = self.rows[row], self.room
        back = ("cursor" if self.has_focus else "cursorless") if selected else "bar" if shown.finding is None else ""
        point: Piece = (self.glyphs.cursor if selected else " ", "key", back)
        mark: Piece = (f"{self.glyphs.severity(shown.worst)} ", shown.worst, back)
        if shown.finding is None:
            sign = self.glyphs.folded if shown.folded else self.glyphs.open
            count = f" {shown.count} "
            label = fitted(shown.label, max(width - 5 - len(count), 0), self.glyphs.ellipsis)
            return self.joined([point, (f"{sign} ", "dim", back), mark, (label, "group", back), (count, "dim", back)])
        code = f"{shown.finding.code} " + (f"{shown.finding.name:<23.23} " if width >= WITH_NAME else "")
        text = fitted(shown.label, max(width - 5 - len(code), 0), self.glyphs.ellipsis)
        return self.joined([point, ("  ", "dim", back), mark, (code, "key", back), (text, "text", back)])


def _same(row: FindingRow, before: FindingRow) -> bool:
    if row.finding is None or before.finding is None:
        return row.key == before.key
    return row.finding.fingerprint == before.finding.fingerprint
