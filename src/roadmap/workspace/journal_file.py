"""The list of files that are being replaced, as it lies beside their copies."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

LIST = "journal.json"

_MAX_BYTES = 50_000_000


class Entry(NamedTuple):
    """A file that is to be replaced: the digests of both contents, and the name of their copies but for the ending."""

    path: str
    before: str
    after: str
    copy: str


def document(entries: Iterable[Entry]) -> bytes:
    """The content of the list."""
    import json

    return json.dumps({"version": 1, "files": [entry._asdict() for entry in entries]}, indent=2).encode()


def read_entries(folder: Path) -> list[Entry]:
    """What the list in a folder of a workspace says.

    Raises ``FileNotFoundError`` where there is none, and ``ValueError``, ``TypeError``, ``KeyError`` or
    ``RecursionError`` for what no command of ours wrote.
    """
    import json

    place = folder / LIST
    status = place.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_BYTES:
        raise ValueError
    document = json.loads(place.read_bytes())
    if document["version"] != 1 or not document["files"]:
        raise ValueError
    return [_entry(folder.parent, value) for value in document["files"]]


def _entry(root: Path, value: Any) -> Entry:
    """An entry that names a plan file and a copy beside the list, and nothing else."""
    entry = Entry(value["path"], value["before"], value["after"], value["copy"])
    hidden = any(part.startswith(".") for part in Path(entry.path).parts)
    if hidden or not entry.path.endswith((".yaml", ".yml")) or behind_link(root, entry.path):
        raise ValueError
    if Path(entry.copy).name != entry.copy:
        raise ValueError
    return entry


def behind_link(root: Path, path: str) -> bool:
    """Whether a path leads out of the root, is a symbolic link, or lies behind one."""
    parts = Path(path).parts
    if Path(path).is_absolute() or ".." in parts:
        return True
    return any(root.joinpath(*parts[:depth]).is_symlink() for depth in range(1, len(parts) + 1))
