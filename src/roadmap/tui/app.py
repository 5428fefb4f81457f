"""The application: it owns the plan that is shown, follows its files, and opens what lies over the screen."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from typing import ClassVar, Literal

from textual import work
from textual.app import App, SuspendNotSupported
from textual.command import Provider
from textual.worker import get_current_worker

from roadmap.outputs.terminal_text import visible
from roadmap.source.faults import Fault
from roadmap.source.nodes import Place
from roadmap.tui.actions import ACTIONS
from roadmap.tui.commands import ActionCommands, Commands, PlaceCommands
from roadmap.tui.editor import editor_command
from roadmap.tui.glyphs import UNICODE, Glyphs
from roadmap.tui.help import Help
from roadmap.tui.keymap import Keymap
from roadmap.tui.loader import Loader, PlanFailed, PlanRead, PlanScheduled
from roadmap.tui.palette import DARK, PALETTES, Palette
from roadmap.tui.screen import PlanScreen
from roadmap.tui.themes import THEMES
from roadmap.workspace.live import LivePlan
from roadmap.workspace.watch import changes

MOST_PROBLEMS = 5
"""Problems with a file of keys that are told at the start."""


class RoadmapApp(App[None]):
    """``view``: the one to begin with. ``watched``: whether to follow the files. ``actions``: the registry, with the
    keys that are in force."""

    TITLE = "roadmap"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    CSS = "SearchIcon { display: none; }"  # a picture, which not every terminal has
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionCommands, PlaceCommands}

    def __init__(
        self,
        live: LivePlan,
        view: str = "timeline",
        palette: Palette = DARK,
        glyphs: Glyphs = UNICODE,
        watched: bool = True,
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(ansi_color=True if palette.plain else None)
        self.live = live
        self.palette = palette
        self.glyphs = glyphs
        self._keymap_problems = keymap.problems if keymap is not None else ()
        self.actions = keymap.actions() if keymap is not None else ACTIONS
        self.plan_screen = PlanScreen(view, palette, glyphs)
        self._watched = watched
        self._stop = threading.Event()
        self._loader = Loader(live, self.post_message)
        self._shown = 0
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = palette.name
        if keymap is not None:
            self.set_keymap({name: ",".join(keys) for name, keys in keymap.keys.items()})

    @property
    def failure(self) -> Exception | None:
        """The error that ended the application, for whoever started it to tell; there should be none."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a traceback with all that is in memory, which takes minutes on a large plan.
        self._close_messages_no_wait()

    def get_default_screen(self) -> PlanScreen:
        return self.plan_screen

    def on_ready(self) -> None:
        self.load()
        for problem in self._keymap_problems[:MOST_PROBLEMS]:
            self.say(problem, "warning")
        if self._watched:
            self._watch()

    def on_unmount(self) -> None:
        self._stop.set()

    # The plan

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def load(self) -> None:
        worker = get_current_worker()
        self._loader.load(lambda: worker.is_cancelled)

    @work(thread=True, group="watch", exit_on_error=False)
    def _watch(self) -> None:
        for _ in changes(self.live.folder, self._stop):
            self.call_from_thread(self.load)

    def on_plan_read(self, message: PlanRead) -> None:
        reading = message.reading
        self.plan_screen.show_trouble(_trouble(reading.broken, reading.trouble, bool(reading.fresh)))
        if reading.study is None:
            self.plan_screen.show_word(f"There is no plan to show: {reading.trouble}.")

    def on_plan_scheduled(self, message: PlanScheduled) -> None:
        snapshot = message.snapshot
        if snapshot.revision < self._shown:
            return
        self._shown = snapshot.revision
        if not snapshot.plan.initiatives and not snapshot.plan.files:
            self.plan_screen.show_word(
                f"There is no plan in {self.live.folder} yet.\n\n"
                "Write a plan file there (roadmap init makes a first one): it is shown as soon as it is saved."
            )
            return
        self.plan_screen.show_plan(snapshot, message.arrangement)
        self.plan_screen.call_after_refresh(message.seen.set)

    def on_plan_failed(self, message: PlanFailed) -> None:
        self.plan_screen.show_trouble(f"this is a bug in roadmap, please report it: {message.text[:300]}")

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information") -> None:
        """A word in the corner, for a moment."""
        self.notify(visible(text), severity=severity, timeout=4, markup=False)

    # What lies over the screen

    def open_help(self) -> None:
        self.push_screen(Help(self.actions, self.palette, self.glyphs))

    def open_palette(self) -> None:
        if not isinstance(self.screen, Commands):
            self.push_screen(Commands(placeholder="a command, an initiative or a task"))

    def next_theme(self) -> None:
        names = [name for name, palette in PALETTES.items() if palette.plain == self.palette.plain or not self.no_color]
        position = names.index(self.palette.name) if self.palette.name in names else -1
        self.palette = PALETTES[names[(position + 1) % len(names)]]
        self.theme = self.palette.name
        self.plan_screen.dress(self.palette, self.glyphs)
        self.say(f"Colours: {self.palette.name}")

    def edit(self, place: Place) -> None:
        """Open a place in the editor, which has the terminal to itself until it ends."""
        command = editor_command(place, self.live.folder, os.environ)
        if command is None:
            self.say(f"Set $EDITOR to open {place.path}:{place.line} here.", "warning")
            return
        try:
            with self.suspend():
                status = subprocess.run(command, check=False).returncode
        except SuspendNotSupported:
            self.say("The terminal cannot be lent to an editor here.", "warning")
            return
        except OSError as error:
            self.say(f"{command[0]}: {error.strerror}", "error")
            return
        if status:
            self.say(f"{command[0]} ended with status {status}.", "warning")
        self.load()


def _trouble(broken: tuple[Fault, ...], trouble: str, fresh: bool) -> str:
    if trouble:
        return trouble + ("" if fresh else "; the plan is shown as it was")
    if not broken:
        return ""
    first = broken[0]
    more = f" (and {len(broken) - 1} more)" if len(broken) > 1 else ""
    kept = "" if fresh else " (the plan is shown as it was)"
    return f"{first.place.path}:{first.place.line}:{first.place.column}{more}{kept}: {first.message}"
