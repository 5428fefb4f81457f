"""Where everything stands on the screen, at any size: the lines around the views, the views, the details."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, Static

from roadmap.outputs.terminal_text import visible
from roadmap.tui.conflicts.view import Conflicts
from roadmap.tui.detail.panel import Details
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.kept_strip import KeptStrip
from roadmap.tui.palette import Palette
from roadmap.tui.status import StatusLine
from roadmap.tui.timeline.view import Timeline

EXAMPLE = "text  team:web  late  code:LT2  -status:done"
"""What stands in the line of the filter before anything is typed."""

BESIDE = 130
"""From this width on the details stand beside the view."""

SMALLEST = (40, 10)


class Frame(Screen[None]):
    """``front``: the name of the view that is seen. ``word``: what stands in the middle while there is no plan to see,
    ``trouble``: one line about what keeps the newest files from being seen; both may be empty."""

    DEFAULT_CSS = """
    #title { dock: top; }
    #keys { dock: bottom; }
    #filter { dock: bottom; display: none; height: 1; border: none; padding: 0 1; margin-bottom: 1; }
    #trouble { dock: top; display: none; margin-top: 1; }
    #details { dock: bottom; display: none; height: 42%; margin-bottom: 1; }
    #word { display: none; height: 1fr; width: 1fr; content-align: center middle; text-align: center; padding: 0 1; }
    Frame.beside #details {
        dock: right; height: 100%; width: 36%; max-width: 72; margin: 1 0;
    }
    Frame.long #details { height: 62%; }
    Frame.beside.long #details { height: 100%; width: 50%; max-width: 90; }
    #timeline, #conflicts { display: none; }
    #timeline.open, #conflicts.open, #details.open, #trouble.open, #filter.open { display: block; }
    Frame.word #word { display: block; }
    Frame.word #timeline, Frame.word #conflicts, Frame.word #details { display: none; }
    Frame.tiny StatusLine, Frame.tiny #trouble, Frame.tiny #filter { display: none; }
    """

    def __init__(self, front: str, palette: Palette, glyphs: Glyphs) -> None:
        super().__init__()
        self.palette = palette
        self.glyphs = glyphs
        self.front = front
        self.trouble = ""
        self.word = "reading the plan"
        self.timeline = Timeline()
        self.conflicts = Conflicts()
        self.details = Details()
        self.title_line = StatusLine("title")
        self.key_line = StatusLine("keys")
        self.field = Input(id="filter", placeholder=EXAMPLE, compact=True, select_on_focus=False)
        self._trouble_line = StatusLine("trouble", "barred")
        self._middle = Static(id="word", markup=False)
        self._asked_details: bool | None = None

    def compose(self) -> ComposeResult:
        yield self.title_line
        yield self._trouble_line
        yield self.timeline
        yield self.conflicts
        yield self.details
        yield self._middle
        yield self.field
        yield self.key_line

    def on_mount(self) -> None:
        self.dress(self.palette, self.glyphs)
        self.view.focus()
        self.lay_out()

    @property
    def view(self) -> Timeline | Conflicts:
        return self.timeline if self.front == "timeline" else self.conflicts

    @property
    def wide(self) -> bool:
        """Whether the details stand beside the view."""
        return self.size.width >= BESIDE

    @property
    def details_open(self) -> bool:
        """As somebody asked for; else beside the view where there is room, and always with the conflicts."""
        if self._asked_details is not None:
            return self._asked_details
        return self.wide or self.view is self.conflicts

    def ask_details(self, opened: bool) -> None:
        self._asked_details = opened
        self.refresh_plan()

    def show_word(self, text: str) -> None:
        self.word = text
        self.lay_out()

    def show_trouble(self, text: str) -> None:
        self.trouble = text
        self._trouble_line.set_class(bool(text), "open")
        self._trouble_line.show([(f" {self.glyphs.error} ", "error", ""), (visible(text), "title", "")])

    def dress(self, palette: Palette, glyphs: Glyphs) -> None:
        self.palette, self.glyphs = palette, glyphs
        for view in (self.timeline, self.conflicts, self.details):
            view.dress(palette, glyphs)
        for line in (self.title_line, self._trouble_line, self.key_line):
            line.dress(palette, glyphs)
        self.show_trouble(self.trouble)
        self.refresh_lines()

    def lay_out(self) -> None:
        """Put everything where it belongs at this size."""
        width, height = self.size
        tiny = width < SMALLEST[0] or height < SMALLEST[1]
        word = f"{width} x {height} is too small: roadmap needs {SMALLEST[0]} x {SMALLEST[1]}" if tiny else self.word
        self._middle.update("\n".join(map(visible, word.split("\n"))))
        before = self.classes
        for name, holds in (
            ("tiny", tiny), ("word", bool(word)), ("beside", self.wide), ("long", self.view is self.conflicts)
        ):  # fmt: skip
            self.set_class(holds, name, update=False)
        if self.classes != before:
            self.update_node_styles()  # once: the rules for all widgets are looked through
        for view in (self.timeline, self.conflicts):
            view.set_class(view is self.view, "open")
        self.details.set_class(self.details_open, "open")
        self.details.beside = self.wide
        self.refresh_lines()

    def render_lines(self, crop: Region) -> list[Strip]:
        """An empty ground: the views cover all of it, but Textual draws it in every frame."""
        return [KeptStrip([Segment(" " * crop.width, self.palette.styles["", ""])], crop.width)] * crop.height

    def on_resize(self, event: events.Resize) -> None:
        self.refresh_plan()

    def refresh_plan(self) -> None:
        """The layout, and what depends on it."""
        self.lay_out()

    def refresh_lines(self) -> None:
        """What the title and the line of keys say."""
