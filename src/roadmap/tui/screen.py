"""The one screen: the views, the details beside or below them, and the actions on them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place
from roadmap.tui.actions import ACTIONS
from roadmap.tui.conflicts.view import Conflicts
from roadmap.tui.detail.conflict import conflict_page
from roadmap.tui.detail.pages import page_of
from roadmap.tui.detail.panel import Details
from roadmap.tui.detail.paragraph import Paragraph
from roadmap.tui.filter import Filter, parse_filter
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.lines import LineView
from roadmap.tui.palette import Palette
from roadmap.tui.places import place_of
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.status import StatusLine
from roadmap.tui.status_text import key_line, title_line
from roadmap.tui.timeline.items import Item
from roadmap.tui.timeline.view import Timeline

if TYPE_CHECKING:
    from roadmap.tui.app import RoadmapApp

VIEWS = ("timeline", "conflicts")

EXAMPLE = "text  team:web  late  code:LT2  -status:done"
"""What stands in the line of the filter before anything is typed."""

BESIDE = 130
"""From this width on the details stand beside the view."""

SMALLEST = (40, 10)


class PlanScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), action.name, action.title, id=action.name, show=False) for action in ACTIONS
    ]

    DEFAULT_CSS = """
    #title { dock: top; }
    #keys { dock: bottom; }
    #filter { dock: bottom; display: none; height: 1; border: none; padding: 0 1; margin-bottom: 1; }
    #trouble { dock: top; display: none; margin-top: 1; }
    #details { dock: bottom; display: none; height: 42%; margin-bottom: 1; }
    #word { display: none; height: 1fr; width: 1fr; content-align: center middle; text-align: center; padding: 0 1; }
    PlanScreen.beside #details {
        dock: right; height: 1fr; width: 36%; max-width: 72; margin: 1 0;
    }
    PlanScreen.long #details { height: 62%; }
    PlanScreen.beside.long #details { height: 1fr; width: 50%; max-width: 90; }
    #timeline, #conflicts { display: none; }
    #timeline.open, #conflicts.open, #details.open, #trouble.open, #filter.open { display: block; }
    PlanScreen.word #word { display: block; }
    PlanScreen.word #timeline, PlanScreen.word #conflicts, PlanScreen.word #details { display: none; }
    PlanScreen.tiny StatusLine, PlanScreen.tiny #trouble, PlanScreen.tiny #filter { display: none; }
    """

    def __init__(self, view: str, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__()
        self.palette = palette
        self.glyphs = glyphs
        self.snapshot: Snapshot | None = None
        self.trouble = ""
        self.word = "reading the plan…"
        self._view = view
        self._asked_details: bool | None = None
        self._title = StatusLine("title")
        self._trouble = StatusLine("trouble", "barred")
        self._middle = Static(id="word", markup=False)
        self._field = Input(id="filter", placeholder=EXAMPLE, compact=True, select_on_focus=False)
        self._keys = StatusLine("keys")
        self.timeline = Timeline()
        self.conflicts = Conflicts()
        self.details = Details()
        self.timeline.when_selected = self.conflicts.when_selected = self._selected

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._trouble
        yield self.timeline
        yield self.conflicts
        yield self.details
        yield self._middle
        yield self._field
        yield self._keys

    def on_mount(self) -> None:
        self.dress(self.palette, self.glyphs)
        self.view.focus()
        self._layout()

    @property
    def _app(self) -> RoadmapApp:
        return cast("RoadmapApp", self.app)

    # What is shown

    @property
    def view(self) -> Timeline | Conflicts:
        return self.timeline if self._view == "timeline" else self.conflicts

    def show_plan(self, snapshot: Snapshot, items: tuple[Item, ...]) -> None:
        self.snapshot = snapshot
        self.word = ""
        self.timeline.show_plan(snapshot, items)
        self.conflicts.show_plan(snapshot)
        self._layout()
        self.show_details()

    def show_trouble(self, text: str) -> None:
        """One line about what keeps the newest files from being shown; empty when nothing does."""
        self.trouble = text
        line = self._trouble
        line.set_class(bool(text), "open")
        mark = self.glyphs.error
        line.show([(f" {mark} ", "error", ""), (visible(text), "title", "")])

    def show_word(self, text: str) -> None:
        """What stands in the middle while there is nothing else to show."""
        self.word = text
        self._layout()

    def dress(self, palette: Palette, glyphs: Glyphs) -> None:
        self.palette, self.glyphs = palette, glyphs
        for view in (self.timeline, self.conflicts, self.details):
            view.dress(palette, glyphs)
        for line in (self._title, self._trouble, self._keys):
            line.dress(palette)
        self.show_trouble(self.trouble)
        self.refresh_lines()

    def refresh_lines(self) -> None:
        """The title and the keys."""
        self._title.show(*title_line(self.snapshot, self._view, self.glyphs))
        wanted, shown = self.view.filter, len(self.view.rows)
        self._keys.show(*key_line(wanted, shown, self.size.width))

    def show_details(self) -> None:
        if self.snapshot is None or not self._details_open:
            return
        subject, page = self._page()
        self.details.show(subject, page)

    def _page(self) -> tuple[Hashable, Iterator[Paragraph]]:
        assert self.snapshot is not None
        if self.view is self.conflicts:
            row = self.conflicts.selected
            if row is not None and row.finding is not None:
                return row.finding.fingerprint, conflict_page(row.finding, self.snapshot, self.glyphs)
            return "", iter(())
        shown = self.timeline.selected
        return (shown.key, page_of(shown, self.snapshot, self.glyphs)) if shown is not None else ("", iter(()))

    @property
    def _details_open(self) -> bool:
        """As somebody asked for; else beside the view where there is room, and always with the conflicts."""
        if self._asked_details is not None:
            return self._asked_details
        return self.size.width >= BESIDE or self.view is self.conflicts

    def _layout(self) -> None:
        width, height = self.size
        tiny = width < SMALLEST[0] or height < SMALLEST[1]
        word = f"{width}×{height} is too small: roadmap needs {SMALLEST[0]}×{SMALLEST[1]}" if tiny else self.word
        self.set_class(tiny, "tiny")
        self.set_class(bool(word), "word")
        self.set_class(width >= BESIDE, "beside")
        self._middle.update("\n".join(map(visible, word.split("\n"))))
        self.set_class(self.view is self.conflicts, "long")
        for view in (self.timeline, self.conflicts):
            view.set_class(view is self.view, "open")
        self.details.set_class(self._details_open, "open")
        self.details.beside = width >= BESIDE
        self.refresh_lines()

    def on_resize(self, event: events.Resize) -> None:
        self._layout()
        self.show_details()

    # What the views tell

    def _selected(self, view: LineView) -> None:
        if view is self.view:
            self.show_details()

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        event.stop()
        if event.view is self.details:
            return
        view = self.view
        group = event.row < len(view.rows) and _is_group(view, event.row)
        if group:
            view.fold(event.row)
        elif view is self.conflicts or event.x > self.timeline.label_width:
            self._open_details()

    def on_status_line_clicked(self, event: StatusLine.Clicked) -> None:
        event.stop()
        self.call_later(self.run_action, event.action)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._filter(parse_filter(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._field.remove_class("open")
        self.view.focus()

    def _filter(self, wanted: Filter) -> None:
        self.timeline.show_filter(wanted)
        self.conflicts.show_filter(wanted)
        self.refresh_lines()

    # For the palette and the editor

    def go_to(self, node: str) -> bool:
        """Show a node in the timeline; a filter that hides it is taken away."""
        self._switch("timeline")
        if not self.timeline.reveal(node) and self.timeline.filter:
            self._field.value = ""
            self._filter(Filter())
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

    # Actions

    def action_timeline(self) -> None:
        self._switch("timeline")

    def action_conflicts(self) -> None:
        self._switch("conflicts")

    def action_next_view(self) -> None:
        self._switch(VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)])

    action_previous_view = action_next_view

    def _switch(self, name: str) -> None:
        """To another view, with what is selected in this one."""
        if self._view != name:
            items: tuple[str, ...] = ()
            if name == "timeline" and (row := self.conflicts.selected) is not None and row.finding is not None:
                items = row.finding.items
            self._view = name
            self._layout()
            for item in items:
                if self.timeline.reveal(item):
                    break
        self.view.focus()
        self._layout()
        self.show_details()

    def action_regroup(self) -> None:
        self.view.regroup()
        self.refresh_lines()

    @property
    def _walked(self) -> LineView:
        return self.details if self.details.has_focus else self.view

    def action_down(self) -> None:
        self._walked.step(1)

    def action_up(self) -> None:
        self._walked.step(-1)

    def action_page_down(self) -> None:
        self._walked.step(self._walked.page)

    def action_page_up(self) -> None:
        self._walked.step(-self._walked.page)

    def action_top(self) -> None:
        self._walked.select(0)

    def action_bottom(self) -> None:
        self._walked.select(self._walked.row_count - 1)

    def action_fold(self) -> None:
        self.view.fold(self.view.cursor)

    def action_fold_all(self) -> None:
        self.view.fold_all()

    def action_left(self) -> None:
        self.timeline.shift_cells(-1)

    def action_right(self) -> None:
        self.timeline.shift_cells(1)

    def action_month_back(self) -> None:
        self.timeline.shift_months(-1)

    def action_month_on(self) -> None:
        self.timeline.shift_months(1)

    def action_zoom_in(self) -> None:
        self.timeline.zoom_by(-1)

    def action_zoom_out(self) -> None:
        self.timeline.zoom_by(1)

    def action_today(self) -> None:
        self.timeline.go_to_today()

    def action_show(self) -> None:
        self.timeline.show_bar()

    def action_bands(self) -> None:
        if self.snapshot is not None:
            self.timeline.next_bands()

    def action_filter(self) -> None:
        field = self._field
        field.add_class("open")
        field.focus()

    def action_next_conflict(self) -> None:
        self._go_conflict(1)

    def action_previous_conflict(self) -> None:
        self._go_conflict(-1)

    def _go_conflict(self, direction: int) -> None:
        if not self.view.next_conflict(direction):
            self._app.say("There is no other conflict in this direction.")

    def action_details(self) -> None:
        if self.details.has_focus:
            line = self.details.selected
            if line is not None and line.node is not None:
                self.go_to(line.node)
        elif _is_group(self.view, self.view.cursor) and self._details_open:
            self.view.fold(self.view.cursor)
        else:
            self._open_details()
            self.details.focus()

    def _open_details(self) -> None:
        self._asked_details = True
        self._layout()
        self.show_details()

    def action_switch(self) -> None:
        if self.details.has_focus or not self._details_open:
            self.view.focus()
        else:
            self.details.focus()

    def action_edit(self) -> None:
        place = self.place()
        if place is None:
            self._app.say("Nothing with a place in a file is selected.")
        else:
            self._app.edit(place)

    def action_theme(self) -> None:
        self._app.next_theme()

    def action_reload(self) -> None:
        self._app.load()

    def action_palette(self) -> None:
        self._app.open_palette()

    def action_help(self) -> None:
        self._app.open_help()

    def action_back(self) -> None:
        """Close what is open, the innermost first: the filter's line, the filter, the details."""
        field = self._field
        if field.has_class("open") or self.view.filter:
            field.value = ""
            field.remove_class("open")
            self._filter(Filter())
        elif self.details.has_focus and self.size.width >= BESIDE:
            pass
        elif self._details_open:
            self._asked_details = False
            self._layout()
        self.view.focus()

    def action_quit(self) -> None:
        self.app.exit()


def _is_group(view: Timeline | Conflicts, row: int) -> bool:
    if not 0 <= row < len(view.rows):
        return False
    if isinstance(view, Timeline):
        return view.rows[row].item is None
    return view.rows[row].finding is None
