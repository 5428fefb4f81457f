"""One command at a time writes to a workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(root: Path) -> Iterator[bool]:
    """Hold an advisory lock on a workspace; it ends with the process, however that ends.

    Yields whether it is held: some systems, and some file systems, have no such locks. Raises ``BlockingIOError``
    where another command holds it.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held = True
        except BlockingIOError:
            raise
        except OSError:
            held = False
        yield held
    finally:
        os.close(folder)
