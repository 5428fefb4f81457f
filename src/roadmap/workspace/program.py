"""What tells this program from any other version of it."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import roadmap


@cache
def program() -> tuple[str, ...]:
    """The version, and the size and time of every module: a program that was edited believes nothing that it kept."""
    parts: list[str] = [roadmap.__version__]
    folders = [Path(roadmap.__file__).parent]
    while folders:
        folder = folders.pop()
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir():
                    folders.append(Path(entry.path))
                else:
                    found = entry.stat()
                    parts.append(f"{entry.name} {found.st_size} {found.st_mtime_ns}")
    holidays = find_spec("holidays")
    if holidays is not None and holidays.origin is not None:
        parts.append(f"holidays {Path(holidays.origin).stat().st_mtime_ns}")
    return tuple(parts)
