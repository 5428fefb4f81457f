"""When a plan last changed: by git where it is in a repository, else by the times of its files.

git is only asked what it recorded: no filter, hook, signature check or pager of the repository's settings runs, nothing
is locked, written or fetched, and an answer that takes too long is none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 10.0
"""Seconds."""

_SILENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def last_change(root: Path, texts: Mapping[str, str]) -> dt.datetime:
    """When the files of a workspace (path below ``root`` to text) last changed, in UTC, in whole seconds.

    In a git repository that is the date of the last commit that touched the folder; a file that differs from that
    commit counts with its own time. Elsewhere it is the time of the newest file, and 1970 where there is none.
    """
    committed = _commit_time(root)
    if committed is None:
        return _utc(max((_file_time(root / path) for path in texts), default=0))
    recorded = _recorded(root)
    edited = [path for path, text in texts.items() if not _is(text, recorded.get(path))]
    return _utc(max([committed, *(_file_time(root / path) for path in edited)]))


def _commit_time(root: Path) -> int | None:
    """The committer's date of the last commit that touched ``root``, as seconds since 1970."""
    # rev-list is plumbing: unlike log it heeds no setting that starts a program.
    answer = _git(root, "rev-list", "--max-count=1", "--timestamp", "HEAD", "--", ".")
    seconds = answer.split(b" ")[0] if answer else b""
    return int(seconds) if seconds.isdigit() and len(seconds) <= 11 else None


def _recorded(root: Path) -> dict[str, str]:
    """Path below ``root`` to the id of the content that HEAD has there."""
    answer = _git(root, "ls-tree", "-r", "-z", "HEAD", "--", ".") or b""
    found = {}
    for line in answer.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if tab:
            found[path.decode("utf-8", "surrogateescape")] = about.rpartition(b" ")[2].decode("ascii")
    return found


def _is(text: str, id: str | None) -> bool:
    """Whether a text is the content that git knows by an id; line ends may have been converted when it was checked
    out."""
    if id is None:
        return False
    algorithm = hashlib.sha256 if len(id) == 64 else hashlib.sha1
    for content in (text.encode(), text.replace("\r\n", "\n").encode()):
        if algorithm(b"blob %d\0" % len(content) + content).hexdigest() == id:
            return True
    return False


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git answers; ``None`` where it is not installed, this is no repository, or it says no."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        answer = subprocess.run(
            ["git", "-c", "core.fsmonitor=", "--no-pager", *arguments],
            cwd=root,
            env={**environment, **_SILENT},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout if answer.returncode == 0 else None


def _file_time(path: Path) -> int:
    try:
        return int(path.stat().st_mtime)
    except (OSError, ValueError):
        return 0


def _utc(seconds: int) -> dt.datetime:
    latest = 253_402_300_799  # the end of the year 9999
    return dt.datetime.fromtimestamp(min(max(seconds, 0), latest), dt.UTC)
