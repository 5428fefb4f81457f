"""The help: what the keys do, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from roadmap.tui.actions import GROUPS, Action, shown
from roadmap.tui.detail.panel import Details
from roadmap.tui.detail.paragraph import BLANK, Paragraph, heading
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.palette import Palette


class Help(ModalScreen[None]):
    DEFAULT_CSS = """
    Help { align: center middle; }
    Help Details { width: 84; max-width: 96%; height: 90%; border: round $primary; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close"),
        Binding("j,down,space", "scroll(1)"),
        Binding("k,up", "scroll(-1)"),
        Binding("pagedown", "scroll(15)"),
        Binding("pageup", "scroll(-15)"),
    ]

    def __init__(self, actions: Sequence[Action], palette: Palette, glyphs: Glyphs) -> None:
        super().__init__()
        self._actions = actions
        self._palette = palette
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        yield Details()

    def on_mount(self) -> None:
        page = self.query_one(Details)
        page.framed = True
        page.dress(self._palette, self._glyphs)
        page.show("help", help_page(self._actions, self._glyphs))

    def action_scroll(self, by: int) -> None:
        self.query_one(Details).scroll_relative(y=by, animate=False)


def help_page(actions: Sequence[Action], glyphs: Glyphs) -> Iterator[Paragraph]:
    """Generated from the registry of actions and the symbols in use."""
    yield Paragraph("Keys and symbols", "title")
    for group in GROUPS:
        yield from heading(group)
        for action in actions:
            if action.group == group:
                keys = " ".join(shown(key) for key in action.keys)
                yield Paragraph(f"{action.title}: {action.about}", lead=f"  {keys:<16} ", lead_ink="key")
    yield from heading("Symbols")
    for glyph, ink, text in _symbols(glyphs):
        yield Paragraph(text, lead=f"  {glyph * 3 if ink in _BARS else glyph:<4} ", lead_ink=ink)
    yield BLANK
    yield Paragraph("Behind the rows: days off (shaded), freezes of release trains before their releases, blackouts.")


_BARS = (
    "planned",
    "critical",
    "late",
    "doing",
    "done",
    "optional",
    "float",
    "ship",
    "live",
    "in",
    "out",
    "band",
    "barred",
)


def _symbols(glyphs: Glyphs) -> tuple[tuple[str, str, str], ...]:
    return (
        (glyphs.planned, "planned", "planned work"),
        (glyphs.optional, "optional", "planned work that its launch can do without (should, could)"),
        (glyphs.critical, "critical", "work without any float, or too late (then its float is negative)"),
        (glyphs.doing, "doing", "work under way"),
        (glyphs.done, "done", "work that is done"),
        (glyphs.float_, "float", "float: how much later it may end; of a launch: how late it is"),
        (glyphs.shipping, "ship", "finished work that waits for its release"),
        (glyphs.shipped, "release", "the release that brings it to users"),
        (glyphs.milestone, "milestone", "a milestone, or the deadline of a project"),
        (glyphs.launch, "launch", "a launch, on the day that is written"),
        (glyphs.possible, "missed", "the day on which a launch or deadline is possible, where it cannot hold"),
        (glyphs.never, "missed", "never: no release, or something that can never be available"),
        (glyphs.live, "live", "a campaign that is live"),
        (glyphs.link[1], "in", "from what the selected row waits for"),
        (glyphs.link[1], "out", "to what waits for the selected row"),
        (glyphs.release, "release", "a release of a train"),
        (glyphs.column, "column", "its day in all rows"),
        (glyphs.frozen, "band", "a freeze: from the cut-off to the release"),
        (glyphs.barred, "barred", "a blackout"),
        (glyphs.holiday, "holiday", "a holiday, or another weekday without work"),
        (glyphs.today, "today", "today"),
        (glyphs.error, "error", "an error: it cannot work as planned"),
        (glyphs.warning, "warning", "a warning: it will be late or unclear unless somebody acts"),
        (glyphs.info, "info", "a note"),
    )
