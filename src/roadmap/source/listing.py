"""Which plan files a workspace has: a walk that follows no link out of it, and that ends."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap.source.faults import Fault, FaultKind
from roadmap.source.globs import matches
from roadmap.source.nodes import Place

ROOT_FILE = "roadmap.yaml"
"""The file that marks the root of a workspace."""

WHOLE = "."
"""The path in the place of a fault that concerns the workspace as a whole."""

MAX_NESTING = 50
"""How deep folders may stand in one another."""

MAX_FILES = 50_000
"""How many plan files a workspace may have."""

MAX_ENTRIES = 300_000
"""How many files and folders of any kind are looked at."""

_SUFFIXES = (".yaml", ".yml")
# Control characters, line separators, bidirectional overrides, and bytes that are not UTF-8: no output can show them.
# Compiled where a name has any, which takes half a millisecond.
_UNSHOWABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


class Listing(NamedTuple):
    """``files``: paths of plan files relative to the root. ``nested``: folders that are workspaces of their own.
    ``faults``: what could not be listed. All sorted by path."""

    files: list[str]
    nested: list[str]
    faults: list[Fault]


class _TooManyError(Exception):
    """The walk has seen more than any workspace holds. The message says what of."""


def file_fault(kind: FaultKind, message: str, path: str, line: int = 1, column: int = 1) -> Fault:
    """A fault of a whole file or folder, or of one place in it. A name that cannot be shown is shown escaped."""
    shown = re.sub(_UNSHOWABLE, lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", path)
    return Fault(kind, message, Place(shown, line, column, line, column))


def list_files(root: Path, exclude: Sequence[str]) -> Listing:
    """All plan files below ``root`` but for hidden ones, excluded ones, and those of nested workspaces."""
    walk = _Walk(root, exclude)
    listing = walk.listing
    try:
        walk.run()
    except _TooManyError as limit:
        # Half of a plan would only lead to findings about the other half.
        message = f"There are more than {limit} here: is this the folder with the plan files?"
        return Listing([], listing.nested, [file_fault("too-large", message, WHOLE)])
    listing.files.sort()
    listing.nested.sort()
    listing.faults.sort(key=lambda fault: fault.place)
    return listing


def is_listed(path: str, exclude: Sequence[str]) -> bool:
    """Whether a file of this path, relative to the root, is listed where it is there and no link."""
    parts = path.split("/")
    places = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    return path.endswith(_SUFFIXES) and not any(_is_left_out(place, exclude) for place in places)


def _is_left_out(path: str, exclude: Sequence[str]) -> bool:
    """Whether a file or folder is hidden or excluded, apart from the folders that it lies in."""
    return path.rpartition("/")[2].startswith(".") or any(matches(glob, path) for glob in exclude)


class _Walk:
    """Links come last: what they lead to is read only where it has not been read at its own place."""

    def __init__(self, root: Path, exclude: Sequence[str]) -> None:
        self.listing = Listing([], [], [])
        self._root = os.path.realpath(root)
        self._exclude = exclude
        self._entries = 0
        self._folders = [("", self._root)]
        self._links: list[tuple[str, str]] = []
        self._seen = {self._root}

    def run(self) -> None:
        while self._folders or self._links:
            if self._folders:
                relative, real = self._folders.pop()
                try:
                    self._look_into(relative, real)
                except OSError as error:
                    self._fault(f"This folder cannot be read: {reason(error)}.", relative or WHOLE)
            else:
                self._follow(*self._links.pop())

    def _look_into(self, relative: str, real: str) -> None:
        with os.scandir(real) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        self._entries += len(entries)
        if self._entries > MAX_ENTRIES:
            raise _TooManyError(f"{MAX_ENTRIES:,} files")
        folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
        if relative and any(entry.name == ROOT_FILE for entry in entries) and ROOT_FILE not in folders:
            self.listing.nested.append(relative)
            return
        for entry in entries:
            name = entry.name
            path = f"{relative}/{name}" if relative else name
            if _is_left_out(path, self._exclude):
                continue
            if entry.is_symlink():
                self._links.append((path, entry.path))
            elif name in folders:
                self._add_folder(path, entry.path)
            elif name.endswith(_SUFFIXES):
                self._add_file(path, entry.path)

    def _add_folder(self, path: str, real: str) -> None:
        if path.endswith(_SUFFIXES):
            self._fault("This is a folder, and its name is that of a plan file: rename it.", path)
        elif path.count("/") >= MAX_NESTING:
            message = f"This folder stands more than {MAX_NESTING} deep in others and is not read."
            self.listing.faults.append(file_fault("too-large", message, path))
        else:
            self._seen.add(real)
            self._folders.append((path, real))

    def _add_file(self, path: str, real: str) -> None:
        self._seen.add(real)
        if not path.isprintable() and re.search(_UNSHOWABLE, path):
            self._fault("This name has characters that cannot be shown: rename the file or its folder.", path)
            return
        self.listing.files.append(path)
        if len(self.listing.files) > MAX_FILES:
            raise _TooManyError(f"{MAX_FILES:,} plan files")

    def _follow(self, path: str, link: str) -> None:
        try:
            target = os.path.realpath(link, strict=True)
        except OSError as error:
            if error.errno == errno.ELOOP:
                self._fault("This link leads back to itself.", path)
            elif path.endswith(_SUFFIXES):
                self._fault(f"What this link leads to cannot be read: {reason(error)}.", path)
            return
        folder = os.path.isdir(target)  # noqa: PTH112 (paths are text here, for speed)
        if not folder and not path.endswith(_SUFFIXES):
            return
        if not f"{target}/".startswith(f"{self._root}/".replace("//", "/")):
            self._fault("This link leads out of the workspace and is not followed.", path)
        elif folder and f"{link}/".startswith(f"{target}/"):
            self._fault("This link leads back to a folder that it stands in.", path)
        elif target not in self._seen:
            (self._add_folder if folder else self._add_file)(path, target)

    def _fault(self, message: str, path: str) -> None:
        self.listing.faults.append(file_fault("unreadable", message, path))


def reason(error: OSError) -> str:
    """Why the system refused, in lower case."""
    return (error.strerror or "no reason is known").lower()
