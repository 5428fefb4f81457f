"""Telling when the files of a workspace change, by looking again and again: for where nothing better is installed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from roadmap.source.listing import list_files

EVERY_SECONDS = 1.0


def polled_changes(folder: Path, stop: threading.Event, every: float = EVERY_SECONDS) -> Iterator[None]:
    """One item whenever plan files below ``folder`` have changed since the call. Blocks in between, until ``stop`` is
    set."""
    before = _stamps(folder)
    while not stop.wait(every):
        now = _stamps(folder)
        if now != before:
            before = now
            yield None


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Path to time and size of each plan file; a file that goes away meanwhile is left out."""
    stamps = {}
    for path in list_files(folder, ()).files:
        try:
            status = (folder / path).stat()
        except OSError:
            continue
        stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps
