"""Values that are kept between runs, by a key that says all they depend on.

Nothing here is trusted: the folder must be the user's own and closed to others, a value carries a digest and is only
data (JSON), and whoever asks checks its shape again. Whatever is wrong with the cache, it is as if there were none.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

SCHEMA = 1
MOST = 64
"""How many values are kept; the ones that were written first go first."""
MOST_BYTES = 50_000_000
"""How large one value may be."""
MOST_TOGETHER = 4 * MOST_BYTES

LONGEST_WRITING = 3600
"""Seconds after which nobody is still writing what was begun."""

_WHOLE, _BEGUN = ".json", ".new"


def default_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The platform's folder for caches; ``None`` where it is not known."""
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if platform == "win32":
        base = environment.get("LOCALAPPDATA")
        return Path(base) / "roadmap" / "Cache" if base else None
    if platform == "darwin":
        return Path(home) / "Library" / "Caches" / "roadmap" if home else None
    base = environment.get("XDG_CACHE_HOME")
    if base and os.path.isabs(base):  # noqa: PTH117 (the specification: relative paths are ignored)
        return Path(base) / "roadmap"
    return Path(home) / ".cache" / "roadmap" if home else None


class Cache:
    """A folder of values. Reading and writing never raise."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_usable(self) -> bool:
        """Whether there is such a folder, made now if need be, and it is safe."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self._is_safe()
        except OSError:
            return False

    def get(self, key: str) -> Any | None:
        """The value of a key: a hexadecimal digest."""
        body = self.read(key)
        try:
            return json.loads(body) if body is not None else None
        except (ValueError, RecursionError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep a value that JSON can write."""
        with suppress(ValueError, RecursionError):
            self.write(key, json.dumps(value, separators=(",", ":")).encode())

    def read(self, key: str) -> bytes | None:
        """The value of a key as it was written."""
        try:
            if not self._is_safe():
                return None
            path = self._folder / f"{key}{_WHOLE}"
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor, not a path)
                if os.fstat(descriptor).st_size > MOST_BYTES or not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    return None
                head, body = file.readline().rstrip(b"\n"), file.read()
            return body if head == _head(key, body) else None
        except OSError:
            return None

    def write(self, key: str, body: bytes) -> None:
        """Keep a value that is JSON already."""
        try:
            if len(body) > MOST_BYTES or not self.is_usable():
                return
            beside = self._folder / f"{key}.{os.urandom(6).hex()}{_BEGUN}"
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "wb") as file:  # noqa: PTH123
                file.write(_head(key, body) + b"\n" + body)
            beside.replace(self._folder / f"{key}{_WHOLE}")
            self._forget_old()
        except OSError:
            return

    def _is_safe(self) -> bool:
        """Whether the folder is a real one that only its owner, who runs us, can write to."""
        if not hasattr(os, "getuid"):
            return self._folder.is_dir()
        found = os.lstat(self._folder)
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077

    def _forget_old(self) -> None:
        """What there is no room for, and what a process was killed in while it wrote."""
        found = [(path.stat(), path) for path in self._folder.iterdir() if path.suffix in (_WHOLE, _BEGUN)]
        found.sort(key=lambda each: -each[0].st_mtime_ns)
        room = MOST_TOGETHER
        for count, (status, path) in enumerate(found):
            room -= status.st_size
            dead = path.suffix == _BEGUN and status.st_mtime < found[0][0].st_mtime - LONGEST_WRITING
            if count >= MOST or room < 0 or dead:
                path.unlink(missing_ok=True)


def _head(key: str, body: bytes) -> bytes:
    return f"roadmap {SCHEMA} {key} {hashlib.sha256(body).hexdigest()}".encode()
