"""What takes bytes and is no file with a content of its own: an open stream, a pipe, a device."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")

_OPEN = re.compile(r"/dev/(?:fd/(?P<number>[0-9]{1,9})|stderr)|/proc/self/fd/(?P<same>[0-9]{1,9})", re.ASCII)
_STANDARD_ERROR = 2


def stream_at(path: Path) -> int | None:
    """A descriptor of the stream that a path names, to be closed; ``None`` where it names none.

    A stream of this process (`/dev/fd/63`, as the shell writes `>(gzip)`) is taken as it is open: no link is followed.
    Raises ``OSError`` where it cannot be written to, and for a pipe that nobody reads.
    """
    if found := _OPEN.fullmatch(str(path)):
        return os.dup(int(found["number"] or found["same"] or _STANDARD_ERROR))
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None
    if not stat.S_ISFIFO(mode) and not stat.S_ISCHR(mode):
        return None
    waiting = getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, os.O_WRONLY | waiting | getattr(os, "O_NOCTTY", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(error.errno, "nobody reads this pipe", str(path)) from None
        raise
    if waiting:
        os.set_blocking(descriptor, True)
    return descriptor


def write_to(descriptor: int, content: bytes) -> None:
    """Write everything, and close it. A reader who goes away is no error. Raises ``OSError``."""
    with suppress(BrokenPipeError), open(descriptor, "wb") as stream:
        stream.write(content)
