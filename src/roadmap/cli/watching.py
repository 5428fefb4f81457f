"""``--watch``: the same answer again whenever a plan file changes, until somebody interrupts it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import NoReturn

from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal


def again_and_again(answer: Callable[[], object], root: Path, console: Console) -> NoReturn:
    """Answer now and after every change below ``root``. Ends with ``KeyboardInterrupt`` only."""
    changed: SimpleQueue[None] = SimpleQueue()
    stop = Event()
    changes = _changes(root, stop)  # imports what looks for them, which may take longer than the first answer

    def look() -> None:
        for change in changes:
            changed.put(change)

    # In a thread of its own, where no interrupt is lost; and from before the first answer, so that no change is.
    Thread(target=look, daemon=True).start()
    try:
        while True:
            console.clear()
            try:
                answer()
            except Refusal as refusal:
                console.say(f"roadmap: {refusal}")
            except OSError as error:
                console.say(f"roadmap: {error.filename or root}: {error.strerror}")
            console.say(f"roadmap: looking for changes below {root}; ctrl+c ends")
            gc.collect()  # nothing else does: collecting is off in this process
            _wait(changed)
    finally:
        stop.set()


def _wait(changed: SimpleQueue[None]) -> None:
    """Wait for a change, and take those that came with it."""
    while True:
        try:
            changed.get(timeout=1)  # with a timeout an interrupt comes through on every system
            break
        except Empty:
            continue
    while not changed.empty():
        changed.get()


def _changes(root: Path, stop: Event) -> Iterator[None]:
    if find_spec("watchfiles") is not None:
        from roadmap.workspace.watch import changes

        return changes(root, stop)
    from roadmap.workspace.polling import polled_changes

    return polled_changes(root, stop)
