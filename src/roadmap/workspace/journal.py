"""Replacing several files as if at one stroke: whatever ends the process in between, nothing is lost.

Copies of what the files hold and of what they are to hold are laid down first, in a hidden folder of the workspace,
and then a list of them, the journal: from there on, all that is left to do is to move ready files into their places,
which needs no room on the disk. A command that finds a journal whose writer is gone moves the rest, or, where nothing
was moved yet, throws it all away. What a person has changed since is never touched.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from roadmap.workspace import WRITING
from roadmap.workspace.journal_file import LIST, Entry, document, read_entries

YOUNG_SECONDS = 60
"""Where there are no locks, a journal of this age may be that of a command which is still at work."""

SHOWN = 5
"""Files that are named."""


class UnfinishedError(Exception):
    """What an earlier command began to write is not finished and cannot be. One line says why, and what to do."""


class Change(NamedTuple):
    """``path``: below the root, with ``/``."""

    path: str
    before: bytes
    after: bytes


class Journal:
    """Files that are about to be replaced."""

    def __init__(self, root: Path, entries: Sequence[Entry]) -> None:
        self._root = root
        self._entries = {entry.path: entry for entry in entries}

    def put(self, path: str) -> None:
        """Replace one of the files. Raises ``OSError``."""
        self._move(self._entries[path], "after")

    def undo(self) -> None:
        """Put back what was replaced, and forget it all. Raises ``OSError``."""
        for entry in self._entries.values():
            if _digest_of(self._root / entry.path) == entry.after:
                self._move(entry, "before")
        self.close()

    def close(self) -> None:
        """Make sure that the files are on the disk, and forget how they came there. Never raises."""
        for folder in sorted({(self._root / path).parent for path in self._entries}):
            _flush_folder(folder)
        _discard(self._root / WRITING)

    def finish(self) -> str:
        """Move what is left to move, where something was moved. Returns what to tell.

        Raises ``UnfinishedError``, where nothing more can be moved safely, and ``OSError``.
        """
        held = {path: _digest_of(self._root / path) for path in self._entries}
        changed = [path for path, entry in self._entries.items() if held[path] not in (entry.before, entry.after)]
        if changed:
            raise UnfinishedError(self._stopped(changed, "changes were made since"))
        waiting = [entry for path, entry in self._entries.items() if held[path] == entry.before]
        if len(waiting) == len(self._entries):
            self.close()
            return "an earlier command was stopped before it changed a file: start it again"
        damaged = [entry.path for entry in waiting if _digest_of(self._copy(entry, "after")) != entry.after]
        if damaged:
            raise UnfinishedError(self._stopped(damaged, "what it was to write is damaged"))
        for entry in waiting:
            self._move(entry, "after")
        self.close()
        return f"finished what an earlier command was stopped in while it wrote {_listed(self._entries)}"

    def _stopped(self, paths: Iterable[str], why: str) -> str:
        return (
            f"an earlier command was stopped while it wrote, and {why} ({_listed(paths)}): {self._root / WRITING} "
            "holds the texts from before and after; see that the plan is right, then delete that folder"
        )

    def _move(self, entry: Entry, side: str) -> None:
        place = self._root / entry.path
        try:
            os.replace(self._copy(entry, side), place)  # noqa: PTH105
        except OSError as error:  # told of the file that was meant
            raise type(error)(error.errno, error.strerror, str(place)) from None

    def _copy(self, entry: Entry, side: str) -> Path:
        return self._root / WRITING / f"{entry.copy}.{side}"


def begin(root: Path, changes: Iterable[Change]) -> Journal:
    """Lay down everything that replacing these files needs, which changes none of them. Raises ``OSError``."""
    folder = root / WRITING
    folder.mkdir(mode=0o700)
    try:
        entries = []
        for number, (path, before, after) in enumerate(changes, 1):
            copy = f"{number}-{Path(path).name[:50]}"
            status = (root / path).stat()
            for side, content in (("before", before), ("after", after)):
                _write(folder / f"{copy}.{side}", content, status)
            entries.append(Entry(path, _digest(before), _digest(after), copy))
        _write(folder / f"{LIST}.new", document(entries))
        _flush_folder(folder)
        os.replace(folder / f"{LIST}.new", folder / LIST)  # noqa: PTH105
        _flush_folder(folder)
        _flush_folder(root)
    except BaseException:
        _discard(folder)
        raise
    return Journal(root, entries)


def settle(root: Path, held: bool) -> str | None:
    """Bring to an end what an earlier command was stopped in. ``held``: whether the lock of the workspace is ours.

    Returns what to tell, if there is something. Raises ``UnfinishedError`` and ``OSError``.
    """
    folder = root / WRITING
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return None
    if not held and time.time() - status.st_mtime < YOUNG_SECONDS:
        raise UnfinishedError(f"another command is writing to {root}, or was stopped in that just now: wait a minute")
    if not _is_ours(status):
        raise UnfinishedError(
            f"{folder} is not of your commands and was not looked into: see that the plan is right, then delete it"
        )
    try:
        entries = read_entries(folder)
    except FileNotFoundError:  # stopped while it laid down the copies, or when all was done
        _discard(folder)
        return None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnfinishedError(f"{folder} is damaged: see that the plan is right, then delete it") from None
    return Journal(root, entries).finish()


def _listed(paths: Iterable[str]) -> str:
    from roadmap.checks.wording import listed

    return listed(sorted(paths), SHOWN)


def _write(place: Path, content: bytes, like: os.stat_result | None = None) -> None:
    """A new file that is on the disk, with the owner and the mode of another one."""
    with place.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like is not None:
        if hasattr(os, "chown"):
            with suppress(OSError):  # only the superuser may give files away
                os.chown(place, like.st_uid, like.st_gid)
        place.chmod(like.st_mode & 0o7777)


def _is_ours(status: os.stat_result) -> bool:
    """Whether this is a real folder that only its owner, who runs us, can write to: not one that git checked out."""
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()


def _digest_of(place: Path) -> str | None:
    """The digest of what a file holds; ``None`` where there is no file."""
    return _digest(place.read_bytes()) if place.is_file() and not place.is_symlink() else None


def _flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _discard(folder: Path) -> None:
    """Without its list, the folder means nothing: that goes first."""
    with suppress(OSError):
        (folder / LIST).unlink(missing_ok=True)
        for place in sorted(folder.iterdir()):
            place.unlink()
        folder.rmdir()
