"""The slow work, beside the event loop: it only posts messages, and the event loop owns all state."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

from textual.message import Message

from roadmap.study import Study
from roadmap.tui.snapshot import Snapshot, checked, scheduled
from roadmap.tui.timeline.items import items_of
from roadmap.tui.timeline.outline import Arrangement
from roadmap.tui.timeline.rows import GROUPINGS, Group, Grouping, grouped
from roadmap.workspace.live import LivePlan, Reading

COLLECTING = (2_000, 5, 500)
"""When to look for garbage while a plan is shown: a page makes some thousand objects, most of them short-lived."""


PATIENCE = 0.5
"""Seconds to wait for a frame before the checks begin."""


class PlanRead(Message):
    """The files have been read, or could not be; what was last shown is still good if ``reading`` is not fresh."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class PlanScheduled(Message):
    """There is something to show: first with dates, then once more with findings. ``seen`` is to be set when it is on
    the screen: two threads at work at once would only take turns."""

    def __init__(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        super().__init__()
        self.snapshot = snapshot
        self.arrangement = arrangement
        self.seen = threading.Event()


class PlanFailed(Message):
    """Something that nobody foresaw."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Loader:
    """Loads one revision at a time; a request that has been overtaken ends at the next step."""

    def __init__(self, live: LivePlan, post: Callable[[Message], object]) -> None:
        self._live = live
        self._post = post
        self._turn = threading.Lock()
        self._checked: Snapshot | None = None

    def load(self, overtaken: Callable[[], bool]) -> None:
        """Read, schedule and check; runs in a thread of its own."""
        with self._turn:
            if overtaken():
                return
            gc.disable()
            try:
                self._load(overtaken)
            except Exception as error:
                self._post(PlanFailed(f"{type(error).__name__}: {error}"))
            # What has been loaded stays for long: looking for garbage in it again and again would make the screen
            # stutter, and so does looking through everything else every few hundred objects.
            gc.freeze()
            gc.set_threshold(*COLLECTING)
            gc.enable()

    def _load(self, overtaken: Callable[[], bool]) -> None:
        reading = self._live.read()
        self._post(PlanRead(reading))
        if not reading.fresh or reading.study is None or overtaken():
            return
        self._show(reading.revision, reading.study, overtaken)

    def _show(self, revision: int, study: Study, overtaken: Callable[[], bool]) -> None:
        dated = scheduled(revision, study, self._checked)
        items = items_of(dated)
        arrangement: dict[Grouping, tuple[Group, ...]] = {"initiative": grouped(items, "initiative", dated.plan)}
        first = PlanScheduled(dated, arrangement)
        self._post(first)
        first.seen.wait(PATIENCE)
        if overtaken():
            return
        whole = self._checked = checked(dated)
        arrangement = {
            grouping: arrangement.get(grouping) or grouped(items, grouping, dated.plan) for grouping in GROUPINGS
        }
        self._post(PlanScheduled(whole, arrangement))
