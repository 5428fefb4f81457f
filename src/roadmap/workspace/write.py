"""Writing plan files: never through a link, only over what was read, and all of them or none."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from roadmap.workspace import WRITING
from roadmap.workspace.journal import Change, Journal, UnfinishedError, begin, settle
from roadmap.workspace.journal_file import behind_link
from roadmap.workspace.lock import alone

_UNCHANGED = "no file was changed"


class WriteError(Exception):
    """Nothing was written, or, where even that is not certain, what to do. The message is one line that says why."""


def write(root: Path, read: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Write the files ``wanted`` (path below ``root``, with ``/``, to new text) that held ``read`` when they were read.

    Raises ``WriteError`` where a file has changed since, is a link or lies behind one, or cannot be written.
    """
    try:
        with alone(root) as held:
            settle(root, held)
            changes = [Change(path, read[path].encode(), wanted[path].encode()) for path in sorted(wanted)]
            stamps = {change.path: _checked(root, change) for change in changes}
            _replace(root, begin(root, changes), stamps)
    except BlockingIOError:
        raise WriteError(f"another command is writing to {root}: try again; {_UNCHANGED}") from None
    except UnfinishedError as error:
        raise WriteError(f"{error}; {_UNCHANGED}") from None
    except OSError as error:
        raise WriteError(f"{_reason(error)}; {_UNCHANGED}") from None


def finish_earlier(root: Path) -> str | None:
    """Bring to an end what an earlier command was stopped in while it wrote. Returns a line to tell, or ``None`` where
    all is well, and where another command is writing."""
    if not os.path.lexists(root / WRITING):
        return None
    try:
        with alone(root) as held:
            return settle(root, held)
    except BlockingIOError:
        return None
    except UnfinishedError as error:
        return str(error)
    except OSError as error:
        return f"an earlier command was stopped while it wrote, and that cannot be finished: {_reason(error)}"


def _replace(root: Path, journal: Journal, stamps: Mapping[str, tuple[int, ...]]) -> None:
    try:
        for path, stamp in stamps.items():
            # Whoever saved it a moment ago must not lose that.
            if _stamp((root / path).lstat()) != stamp:
                raise WriteError(f"{path} was changed at the same time: run the command again; {_UNCHANGED}")
            journal.put(path)
    except BaseException:
        try:
            journal.undo()
        except OSError as error:
            told = "what was written could not be put back, and the next command will finish it"
            raise WriteError(f"{_reason(error)}; {told}") from None
        raise
    journal.close()


def _checked(root: Path, change: Change) -> tuple[int, ...]:
    """The stamp of a file that may be replaced. Raises ``WriteError`` for one that may not."""
    path, place = change.path, root / change.path
    if behind_link(root, path):
        raise WriteError(f"{path} is a symbolic link or lies behind one, and those are not followed; {_UNCHANGED}")
    if not place.is_file():
        raise WriteError(f"{path} has changed since it was read: run the command again; {_UNCHANGED}")
    with place.open("rb") as file:
        status, content = os.fstat(file.fileno()), file.read()
    if content != change.before:
        raise WriteError(f"{path} has changed since it was read: run the command again; {_UNCHANGED}")
    # The superuser may write to everything, but what nobody may write to is meant to stay as it is.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(place, os.W_OK):
        raise WriteError(f"{path} must not be written to; {_UNCHANGED}")
    return _stamp(status)


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    """What changes whenever a file does."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _reason(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename is not None else ""
    return f"{where}{error.strerror or error}"
