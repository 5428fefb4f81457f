"""The files of a workspace, read from disk: whatever lies there, it neither blocks nor raises."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap.source.exclusion import exclusions
from roadmap.source.faults import Fault, UnusableFileError
from roadmap.source.listing import ROOT_FILE, WHOLE, file_fault, is_listed, list_files, reason
from roadmap.source.places import after

MAX_BYTES = 20_000_000
"""How large one plan file may be."""

MAX_TOTAL_BYTES = 50_000_000
"""How large all plan files of a workspace may be together."""

_WITHOUT_BLOCKING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


class WorkspaceError(Exception):
    """There is no workspace to read. The message is one line that says why."""


class Workspace(NamedTuple):
    """``texts``: path (relative to ``root``, with ``/``) to text, sorted by path; a byte order mark and the line ends
    are kept. ``faults``: of the files that could not be read, which are not in ``texts``."""

    root: Path
    texts: dict[str, str]
    faults: tuple[Fault, ...]


def find_root(start: Path) -> Path:
    """The root of the workspace that ``start``, a file or a folder, lies in: the nearest folder upward that holds
    ``roadmap.yaml``, else the folder itself.

    Raises ``WorkspaceError`` where ``start`` does not exist, and where the only plan files below it are those of
    workspaces of their own.
    """
    path = Path(os.path.abspath(start))  # noqa: PTH100 (resolve() would follow links)
    if not path.exists():
        raise WorkspaceError(f"there is no file or folder {start}")
    folder = path if path.is_dir() else path.parent
    for candidate in (folder, *folder.parents):
        if os.path.lexists(candidate / ROOT_FILE) and not (candidate / ROOT_FILE).is_dir():
            return candidate
    listing = list_files(folder, ())
    if listing.nested and not listing.files:
        names = ", ".join(str(Path(start, name)) for name in listing.nested[:10])
        raise WorkspaceError(f"{start} holds no plan files but in workspaces of their own: name one of them ({names})")
    return folder


def read(root: Path, exclude: Sequence[str] | None = None) -> Workspace:
    """Read every plan file below ``root``. ``exclude``: globs; by default those of the settings in ``roadmap.yaml``."""
    texts: dict[str, str] = {}
    if exclude is None:
        exclude = exclusions(_settings(root))
    listing = list_files(root, exclude)
    faults = listing.faults
    total = 0
    for path in listing.files:
        try:
            content = _content(root, path)
            texts[path] = _text(path, content)
        except UnusableFileError as unread:
            faults.append(unread.fault)
            continue
        total += len(content)
        if total > MAX_TOTAL_BYTES:
            message = f"The plan files have more than {MAX_TOTAL_BYTES // 1_000_000} MB together and are not read."
            return Workspace(root, {}, (file_fault("too-large", message, WHOLE),))
    if not listing.files and not faults:
        message = "There is no plan file here: write one, or let `roadmap init` write a first one."
        faults.append(file_fault("empty-workspace", message, WHOLE))
    return Workspace(root, texts, tuple(faults))


def is_plan_file(path: str, workspace: Workspace) -> bool:
    """Whether a file of this path (relative to the root, with ``/``) is, or would be, a plan file of the workspace."""
    return path in workspace.texts or is_listed(path, exclusions(workspace.texts.get(ROOT_FILE, "")))


def overlay(workspace: Workspace, path: str, text: str) -> Workspace:
    """The workspace as it would be if the file ``path`` (relative to the root, with ``/``) held ``text``."""
    texts = dict(sorted({**workspace.texts, path: text}.items()))
    faults = tuple(fault for fault in workspace.faults if fault.place.path != path and fault.kind != "empty-workspace")
    return workspace._replace(texts=texts, faults=faults)


def decode(path: str, content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file, and no fault; or an empty text, and what is wrong with the bytes."""
    try:
        return _text(path, content), ()
    except UnusableFileError as unread:
        return "", (unread.fault,)


def _settings(root: Path) -> str:
    try:
        return _text(ROOT_FILE, _content(root, ROOT_FILE))
    except UnusableFileError:  # told when it is read among the others, if it is there
        return ""


def _content(root: Path, path: str) -> bytes:
    """The bytes of a regular file that is not too large. Raises ``UnusableFileError`` for whatever else it is."""
    place = os.path.join(root, path)  # noqa: PTH118 (text, for speed)
    try:
        # Looked at before it is opened, because opening a device may do something; and after, because it may have
        # been replaced meanwhile.
        _check(path, os.stat(place))  # noqa: PTH116
        descriptor = os.open(place, _WITHOUT_BLOCKING)
        with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor, not a path)
            status = os.fstat(descriptor)
            _check(path, status)
            content = file.read(status.st_size + 1)
            if len(content) > status.st_size:  # it has grown since, or its system does not know how large it is
                content += file.read(MAX_BYTES + 1 - len(content))
    except FileNotFoundError:
        message = "This file was deleted while the workspace was read: check again."
        raise UnusableFileError(file_fault("unreadable", message, path)) from None
    except OSError as error:
        raise UnusableFileError(file_fault("unreadable", f"This file cannot be read: {reason(error)}.", path)) from None
    _check_size(path, len(content))
    return content


def _check(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
        raise UnusableFileError(file_fault("unreadable", f"This is {kind}, not a file, and was not opened.", path))
    _check_size(path, status.st_size)


def _check_size(path: str, size: int) -> None:
    if size > MAX_BYTES:
        most = MAX_BYTES // 1_000_000
        message = f"This file has {size / 1_000_000:.0f} MB, and a plan file may have at most {most} MB: split it."
        raise UnusableFileError(file_fault("too-large", message, path))


def _text(path: str, content: bytes) -> str:
    _check_size(path, len(content))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = after(content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        raise UnusableFileError(file_fault("encoding", _not_utf_8(content, error.start), path, line, column)) from None


def _not_utf_8(content: bytes, index: int) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "This file is written in UTF-16: save it as UTF-8."
    if b"\0" in content:
        return "This is not a text file: plan files are text in UTF-8."
    byte = content[index]
    likely = bytes([byte]).decode("cp1252", "replace")
    meant = f', perhaps "{likely}" in Windows-1252' if likely.isprintable() and likely != "\ufffd" else ""
    return f"This file is not UTF-8: the byte 0x{byte:02X} stands here{meant}. Save it as UTF-8."
