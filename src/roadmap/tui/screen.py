"""The one screen: it shows one revision of the plan, what is selected in it, and what a filter leaves of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.widgets import Input

from roadmap.source.nodes import Place
from roadmap.tui.actions import ACTIONS
from roadmap.tui.deeds import Deeds
from roadmap.tui.detail.conflict import conflict_page
from roadmap.tui.detail.pages import page_of
from roadmap.tui.detail.paragraph import Paragraph
from roadmap.tui.detail.terms import READINGS, Reading, with_terms
from roadmap.tui.filter import Filter, parse_filter
from roadmap.tui.frame import Frame
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.lines import LineView
from roadmap.tui.palette import Palette
from roadmap.tui.places import place_of
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.status import StatusLine
from roadmap.tui.status_text import key_line, title_line
from roadmap.tui.timeline.outline import Arrangement
from roadmap.tui.timeline.view import Timeline

if TYPE_CHECKING:
    from roadmap.tui.app import RoadmapApp


class PlanScreen(Frame):
    """``snapshot`` is ``None`` until the plan has been read for the first time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), f"do('{action.name}')", action.title, id=action.name, show=False)
        for action in ACTIONS
    ]

    def __init__(self, front: str, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(front, palette, glyphs)
        self.snapshot: Snapshot | None = None
        self.reading: Reading = "both"
        self._deeds = Deeds(self)
        self.timeline.when_selected = self.conflicts.when_selected = self._selected

    @property
    def roadmap_app(self) -> RoadmapApp:
        return cast("RoadmapApp", self.app)

    def action_do(self, name: str) -> None:
        """Carry out an action of the registry."""
        getattr(self._deeds, name)()

    # What is shown

    def show_plan(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        self.snapshot = snapshot
        self.word = ""
        self.timeline.show_plan(snapshot, arrangement)
        self.conflicts.show_plan(snapshot)
        self.refresh_plan()

    def refresh_plan(self) -> None:
        self.lay_out()
        self.show_details()

    def refresh_lines(self) -> None:
        self.title_line.show(*title_line(self.snapshot, self.front, self.glyphs, self.size.width))
        wanted, shown = self.view.filter, len(self.view.rows)
        self.key_line.show(*key_line(self.roadmap_app.actions, wanted, shown, self.size.width))

    def show_details(self) -> None:
        if self.snapshot is None or not self.details_open:
            return
        subject, page = self._page(self.snapshot)
        self.details.show(subject, with_terms(page, self.snapshot.plan, self.reading))

    def _page(self, snapshot: Snapshot) -> tuple[Hashable, Iterator[Paragraph]]:
        if self.view is self.conflicts:
            row = self.conflicts.selected
            if row is not None and row.finding is not None:
                return row.finding.fingerprint, conflict_page(row.finding, snapshot, self.glyphs)
            return "", iter(())
        shown = self.timeline.selected
        return (shown.key, page_of(shown, snapshot, self.glyphs)) if shown is not None else ("", iter(()))

    def next_reading(self) -> None:
        """Read the terms of the glossary as somebody else does."""
        self.reading = READINGS[(READINGS.index(self.reading) + 1) % len(READINGS)]
        self.ask_details(True)

    # What the widgets tell

    def _selected(self, view: LineView) -> None:
        if view is self.view:
            self.show_details()

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        event.stop()
        if event.view is self.details:
            return
        if self.is_group(event.row):
            self.view.fold(event.row)
        elif self.view is self.conflicts or event.x > self.timeline.label_width:
            self.ask_details(True)

    def on_status_line_clicked(self, event: StatusLine.Clicked) -> None:
        event.stop()
        self.call_later(self.action_do, event.action)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._filter(parse_filter(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.field.remove_class("open")
        self.view.focus()

    def _filter(self, wanted: Filter) -> None:
        self.timeline.show_filter(wanted)
        self.conflicts.show_filter(wanted)
        self.refresh_lines()

    def clear_filter(self) -> None:
        self.field.value = ""
        self.field.remove_class("open")
        self._filter(Filter())

    # Where somebody is, and goes

    def is_group(self, position: int) -> bool:
        """Whether a row of the view is that of a group."""
        if not 0 <= position < len(self.view.rows):
            return False
        if isinstance(self.view, Timeline):
            return self.view.rows[position].item is None
        return self.view.rows[position].finding is None

    def bring(self, name: str) -> None:
        """Another view to the front, with what is selected in this one."""
        turned, self.front = self.front != name, name
        self.lay_out()
        found, row = self.conflicts.selected, self.timeline.selected
        if turned and self.view is self.conflicts and row is not None:
            self.conflicts.reveal(row.node)
        elif turned and found is not None and found.finding is not None:
            for item in found.finding.items:
                if self.timeline.reveal(item):
                    break
        self.view.focus()
        self.refresh_plan()

    def go_to(self, node: str) -> bool:
        """Show a node in the timeline; a filter that hides it is taken away."""
        self.bring("timeline")
        if not self.timeline.reveal(node) and self.timeline.filter:
            self.clear_filter()
        return self.timeline.reveal(node)

    def place(self) -> Place | None:
        """Where the plan says what is selected."""
        if self.details.has_focus:
            line = self.details.selected
            if line is not None and line.place is not None:
                return line.place
        if self.view is self.conflicts:
            row = self.conflicts.selected
            return row.finding.place if row is not None and row.finding is not None else None
        shown = self.timeline.selected
        return place_of(shown, self.snapshot) if shown is not None and self.snapshot is not None else None
