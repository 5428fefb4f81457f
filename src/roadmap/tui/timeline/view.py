"""The widget of the timeline."""

from __future__ import annotations

from textual.strip import Strip

from roadmap.layout.scale import ZOOMS, Scale, Zoom, months_on, scale_for
from roadmap.tui.canvas import fitted
from roadmap.tui.filter import Filter
from roadmap.tui.lines import LineView
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.status_text import rows_text
from roadmap.tui.timeline import links
from roadmap.tui.timeline.backdrop import Backdrops, Tone
from roadmap.tui.timeline.bars import Bars
from roadmap.tui.timeline.header import Header, lanes_for
from roadmap.tui.timeline.label import draw_label
from roadmap.tui.timeline.outline import Arrangement, Outline
from roadmap.tui.timeline.rows import Row

MARGIN = 28
"""Days to see before the first and after the last bar."""


class Timeline(LineView):
    """``snapshot`` is ``None`` until the plan has been read for the first time."""

    def __init__(self) -> None:
        super().__init__(id="timeline")
        self.snapshot: Snapshot | None = None
        self.outline = Outline()
        self.zoom: Zoom = "week"
        self.bands: str = "all"
        self.scale = Scale(1, 8)
        self._extent = (1, 8)
        self._lines: tuple[links.Line, ...] = ()
        self._backdrops: Backdrops | None = None
        self._bars: Bars | None = None
        self._header: Header | None = None

    @property
    def rows(self) -> list[Row]:
        return self.outline.rows

    @property
    def filter(self) -> Filter:
        return self.outline.filter

    @property
    def selected(self) -> Row | None:
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    # What is shown

    def show_plan(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        """Another revision: folding, selection and the day at the left edge stay."""
        first, before = self.snapshot is None, self.selected
        left = self.scale.day(self.scroll_offset.x)
        self.snapshot, groups = snapshot, arrangement["initiative"]
        today = snapshot.today
        self._extent = (
            min([today, *(group.first for group in groups)]),
            max([today, *(group.past for group in groups)]),
        )
        self._scale()
        self.outline.show_plan(snapshot, arrangement)
        self._rearranged(before)
        if first:
            self.call_after_refresh(self._open)  # it has no size before
        else:
            self.scroll_to(x=self.scale.at(left), animate=False)

    def show_filter(self, wanted: Filter) -> None:
        before = self.selected
        self.outline.show_filter(wanted)
        self._rearranged(before)

    def regroup(self) -> None:
        """The next grouping."""
        before = self.selected
        self.outline.regroup()
        self._rearranged(before)

    def _rearranged(self, before: Row | None) -> None:
        """There are other rows: what was selected stays so where it can."""
        if before is not None:
            position = self.outline.position_of(before)
            self.cursor = min(self.cursor, len(self.rows) - 1) if position is None else position
        self.resized()
        self.selection_changed()
        self.bring_into_sight(centre=True)
        self.when_selected(self)

    def _scale(self) -> None:
        first, past = self._extent
        margin = MARGIN if self.zoom in ("day", "week") else 3 * MARGIN
        self.scale = scale_for(self.zoom, first - margin, past + margin + self._room_days())

    def _room_days(self) -> int:
        """So many more days that the last bar can be seen at the left edge, and the screen is never half empty."""
        return max(self.chart_width, 40) * self.scale.days // self.scale.cells // 2

    # Geometry

    @property
    def row_count(self) -> int:
        return len(self.rows)

    @property
    def label_width(self) -> int:
        return max(14, min(self.room * 32 // 100, 46))

    @property
    def chart_width(self) -> int:
        return max(self.room - self.label_width - 1, 1)

    @property
    def content_width(self) -> int:
        return self.label_width + 1 + self.scale.width

    @property
    def header_lines(self) -> int:
        if self.snapshot is None:
            return 0
        return 2 + self._lanes + self._blackouts

    @property
    def _lanes(self) -> int:
        return lanes_for(self.lines_high, list(self.snapshot.plan.trains)) if self.snapshot is not None else 0

    @property
    def _blackouts(self) -> bool:
        return self.snapshot is not None and bool(self.snapshot.plan.blackouts) and self.lines_high >= 18

    # Drawing

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        if round(old_value) != round(new_value):
            self._forget()
        super().watch_scroll_x(old_value, new_value)

    def redraw(self) -> None:
        self._forget()
        super().redraw()

    def _forget(self) -> None:
        self._strips.clear()
        self._backdrops = self._bars = self._header = None

    def selection_changed(self) -> None:
        """Link lines belong to the selected row, and cross many others."""
        before, self._lines = self._lines, ()
        if self.snapshot is not None and self.rows:
            self._lines = links.lines_of(
                self.cursor, self.rows, self.outline.positions, self.snapshot.study.network, self.scale
            )
        if before or self._lines:
            touched = (*before, *self._lines)
            low = min(min(line.source, line.target) for line in touched)
            high = max(max(line.source, line.target) for line in touched)
            for key in [key for key in self._strips if low <= key[0] <= high]:
                del self._strips[key]
            self.refresh_rows(low, high)

    def draw_header(self, line: int) -> Strip:
        header = self._window_header()
        width = self.label_width
        label = header.label(line)
        if line == 0:
            label = f"by {self.outline.grouping}"
        elif line == 1:
            bands = "" if self.bands == "all" else f", freeze: {self.bands}"
            label = f"{rows_text(len(self.rows))}, {self.zoom}s{bands}"
        chart = header.draw(line)
        left = [(fitted(f" {label}", width, self.glyphs.ellipsis), "dim", "axis"), (self.glyphs.edge, "rule", "axis")]
        return self.joined(left, chart.segments(self.palette.styles))

    def draw_row(self, row: int, selected: bool) -> Strip:
        assert self.snapshot is not None
        shown = self.rows[row]
        item = shown.item
        tone: Tone = "bar" if item is None else ""
        if selected:
            tone = "cursor" if self.has_focus else "cursorless"
        team, trains = (item.team, item.trains) if item is not None else (None, ())
        backdrop = self._window_backdrops().of(team, trains, tone)
        canvas = backdrop.canvas()
        self._window_bars().draw(shown, canvas)
        if self._lines:
            links.draw(self._lines, row, self.scroll_offset.x, canvas, self.glyphs)
        label = draw_label(shown, self.snapshot, self.label_width, selected, self)
        return self.joined(label, backdrop.segments(canvas))

    def _window_backdrops(self) -> Backdrops:
        if self._backdrops is None:
            assert self.snapshot is not None
            plan = self.snapshot.plan
            trains = tuple(plan.trains) if self.bands == "all" else (self.bands,) if self.bands in plan.trains else ()
            self._backdrops = Backdrops(
                plan, self.scale, self.scroll_offset.x, self.chart_width, self.snapshot.today, trains, self.glyphs,
                self.palette.styles, not self.palette.has_bands,
            )  # fmt: skip
        return self._backdrops

    def _window_bars(self) -> Bars:
        if self._bars is None:
            assert self.snapshot is not None
            self._bars = Bars(self.scale, self.scroll_offset.x, self.glyphs, self.snapshot)
        return self._bars

    def _window_header(self) -> Header:
        if self._header is None:
            assert self.snapshot is not None
            self._header = Header(
                self.scale, self.zoom, self.scroll_offset.x, self.chart_width, self.snapshot.today, self.snapshot.plan,
                self.glyphs, self._lanes, self._blackouts,
            )  # fmt: skip
        return self._header

    # Moving through time

    def go_to(self, boundary: int, share: float = 0.25) -> None:
        """Bring a day into sight, so far from the left edge."""
        self.scroll_to(x=max(self.scale.at(boundary) - int(self.chart_width * share), 0), animate=False)

    def _open(self) -> None:
        """Begin today; with its end where the plan is over by then, with its beginning where that is out of sight."""
        if self.snapshot is None:
            return
        today, room = self.snapshot.today, self.chart_width * self.scale.days // self.scale.cells
        first = min((row.first for row in self.rows), default=today)
        past = max((row.past for row in self.rows), default=today + 1)
        if past <= today:
            self.go_to(past, 0.9)
        elif first >= today + room * 9 // 10:
            self.go_to(first, 0.1)
        else:
            self.go_to_today()

    def go_to_today(self) -> None:
        if self.snapshot is not None:
            self.go_to(self.snapshot.today, 0.1)

    def show_bar(self) -> None:
        if self.selected is not None:
            self.go_to(self.selected.first)

    def shift_months(self, months: int) -> None:
        left = self.scale.day(self.scroll_offset.x)
        self.scroll_to(x=self.scale.at(months_on(left, months)), animate=False)

    def shift_cells(self, direction: int) -> None:
        step = {"day": 3, "week": 7, "month": 3, "quarter": 4}[self.zoom]
        self.scroll_relative(x=direction * step, animate=False)

    def zoom_by(self, step: int) -> bool:
        """The next zoom (-1: closer), around the bar of the selected row if it is in sight, else around the middle."""
        position = ZOOMS.index(self.zoom) + step
        if self.snapshot is None or not 0 <= position < len(ZOOMS):
            return False
        left, width = self.scroll_offset.x, self.chart_width
        row = self.selected
        offset = self.scale.at(row.first) - left if row is not None else -1
        held = row.first if row is not None and 0 <= offset < width else self.scale.day(left + width // 2)
        offset = self.scale.at(held) - left
        self.zoom = ZOOMS[position]
        self._scale()
        self.resized()
        self.selection_changed()
        self.scroll_to(x=max(self.scale.at(held) - offset, 0), animate=False)
        return True

    def next_bands(self) -> None:
        if self.snapshot is None:
            return
        choices = ["all", *self.snapshot.plan.trains, "none"]
        self.bands = choices[(choices.index(self.bands) + 1) % len(choices)] if self.bands in choices else "all"
        self.redraw()

    # Groups and conflicts

    def fold(self, row: int) -> None:
        """Fold or unfold the group that a row belongs to; its own row is selected."""
        while row > 0 and self.rows[row].item is not None:
            row -= 1
        if self.rows:
            self.cursor = row
            before = self.rows[row]
            self.outline.fold(before.node)
            self._rearranged(before)

    def fold_all(self) -> None:
        before = self.selected
        self.outline.fold_all()
        self._rearranged(before)

    def next_conflict(self, direction: int) -> bool:
        snapshot, row = self.snapshot, self.cursor + direction
        while snapshot is not None and 0 <= row < len(self.rows):
            found = self.rows[row]
            if (found.item is not None or found.folded) and found.severity(snapshot) is not None:
                self.select(row, centre=True)
                self.show_bar()
                return True
            row += direction
        return False

    def reveal(self, node: str) -> bool:
        """Select a node, unfolding its group."""
        position = self.outline.positions.get(node)
        if position is None:
            return False
        if self.rows[position].folded:
            before = self.selected
            self.outline.unfold(self.rows[position].node)
            self._rearranged(before)
        self.select(self.outline.positions[node], centre=True)
        self.show_bar()
        return True
