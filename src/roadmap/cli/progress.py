"""Where a long command is, told on stderr while somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from roadmap.cli.console import Console

PATIENCE = 1.0
"""Seconds before anything is told."""


Tell = Callable[[str], None]
"""Says what stage is reached."""


@contextmanager
def progress(console: Console) -> Iterator[Tell]:
    """``with progress(console) as tell: tell("reading")``. Silent for the first second, and where no terminal is."""
    if not console.watched:
        yield _say_nothing
        return
    from threading import Event, Thread

    stages = [""]
    over = Event()

    def watch() -> None:
        told = ""
        if over.wait(PATIENCE):
            return
        while not over.wait(0.1):
            if stages[-1] != told:
                told = stages[-1]
                console.tell(f"roadmap: {told} …")
        console.tell("")

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield stages.append
    finally:
        over.set()
        watcher.join()


def _say_nothing(stage: str) -> None:
    pass
