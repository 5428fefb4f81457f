"""Telling when the files of a workspace change."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

SETTLING_MS = 250
"""An editor that saves several files is waited for so long, at most: a change is to be seen within a second."""

STEP_MS = 60
"""How long it must be quiet after a change."""

RETRY_SECONDS = 0.5
"""How often a folder that is not there is looked for."""

PLAN_FILES = (".yaml", ".yml")


def changes(folder: Path, stop: threading.Event) -> Iterator[None]:
    """One item whenever plan files below ``folder`` have changed, or the folder has come or gone. Blocks in between,
    until ``stop`` is set."""
    while not stop.is_set():
        try:
            for changed in watch(
                folder,
                watch_filter=_concerns,
                debounce=SETTLING_MS,
                step=STEP_MS,
                stop_event=stop,
                rust_timeout=500,
                yield_on_timeout=True,
                raise_interrupt=False,
            ):
                if changed:
                    yield None
                if not folder.is_dir():
                    break
        except OSError:
            pass  # the folder went away, or cannot be watched: it is looked for below
        if stop.is_set():
            return
        yield None
        while not stop.wait(RETRY_SECONDS) and not folder.is_dir():
            pass
        if not stop.is_set():
            yield None


def _concerns(change: Change, path: str) -> bool:
    """Plan files, and what has no suffix: it may be a folder with plan files in it."""
    name = Path(path).name
    return name.endswith(PLAN_FILES) or "." not in name
