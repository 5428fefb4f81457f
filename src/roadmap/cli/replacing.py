"""Writing files that others read at any time: they are whole at every moment, and links are not followed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from roadmap.cli.refusal import Refusal


def make_folder(folder: Path) -> None:
    """Make a folder that is not there. Raises ``Refusal`` for a symbolic link or a file in its place."""
    if folder.is_symlink():
        raise Refusal(f"{folder} is a symbolic link, and those are not followed: name the folder itself")
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} is not a folder")
    folder.mkdir(parents=True, exist_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put a file in the place of another at one stroke, with its mode; one that holds this content already is left
    alone.

    Raises ``Refusal`` where a symbolic link or anything but a file is in its place, and ``OSError``.
    """
    if path.is_symlink():
        raise Refusal(f"{path} is a symbolic link, and those are not followed: take it away")
    mode = None
    if path.exists():
        if not path.is_file():
            raise Refusal(f"{path} is not a file")
        mode = path.stat().st_mode & 0o7777
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return
    beside = path.with_name(f".{path.name[:60]}.{os.urandom(6).hex()}")
    try:
        with beside.open("xb") as file:  # x: a file or link that somebody put there is not written to
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError):  # told of the file that was meant
            raise type(error)(error.errno, error.strerror, str(path)) from None
        raise
