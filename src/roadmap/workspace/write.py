"""Writing plan files: at one stroke each, never through a link, and only over what was read.

Several files are written all or none, as far as a file system can: everything that can fail is done beforehand, and
what was replaced is put back where a later one fails.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


class WriteError(Exception):
    """Nothing was written. The message is one line that says why."""


def write(root: Path, read: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Write the files ``wanted`` (path below ``root``, with ``/``, to new text) that held ``read`` when they were read.

    Raises ``WriteError`` where a file has changed since, is a link or lies behind one, or cannot be written.
    """
    with ExitStack() as undoing:
        try:
            with _alone(root):
                ready = [
                    (root / path, _beside(root, path, read[path], wanted[path], undoing)) for path in sorted(wanted)
                ]
                for place, temporary in ready:
                    undoing.callback(_put_back, place, place.read_bytes(), place.stat().st_mode)
                    os.replace(temporary, place)  # noqa: PTH105
        except OSError as error:
            where = f"{error.filename}: " if error.filename is not None else ""
            raise WriteError(f"{where}{error.strerror or error}; no file was changed") from None
        undoing.pop_all()


def _beside(root: Path, path: str, before: str, after: str, undoing: ExitStack) -> str:
    """A new file with the text ``after`` in the folder of the one it is to replace, and with its mode."""
    place = root / path
    parents = [root.joinpath(*Path(path).parts[:depth]) for depth in range(1, len(Path(path).parts) + 1)]
    if Path(path).is_absolute() or ".." in Path(path).parts or any(part.is_symlink() for part in parents):
        raise WriteError(
            f"{path} is a symbolic link or lies behind one, and those are not followed; no file was changed"
        )
    if not place.is_file() or place.read_bytes() != before.encode():
        raise WriteError(f"{path} has changed since it was read: run the command again; no file was changed")
    if not os.access(place, os.W_OK):
        raise WriteError(f"{path} must not be written to; no file was changed")
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:60]}.", dir=place.parent)
    undoing.callback(_remove, name)
    with open(handle, "wb") as file:  # noqa: PTH123 (a descriptor, not a path)
        file.write(after.encode())
        file.flush()
        os.fsync(file.fileno())
    os.chmod(name, place.stat().st_mode & 0o7777)  # noqa: PTH101 (mkstemp keeps others out)
    return name


def _put_back(place: Path, content: bytes, mode: int) -> None:
    """What a file held before. Does nothing to one that was not replaced yet."""
    with suppress(OSError):
        if place.read_bytes() != content:
            place.write_bytes(content)
            place.chmod(mode & 0o7777)


def _remove(name: str) -> None:
    with suppress(OSError):
        os.unlink(name)  # noqa: PTH108


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Holds an advisory lock on the workspace, where the system has such locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise WriteError(f"another command is writing to {root}: try again; no file was changed") from None
    finally:
        os.close(folder)
