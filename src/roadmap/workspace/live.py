"""A plan that is read again and again: the newest study, or the last good one and what is broken now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from roadmap.source.disk import Workspace, read
from roadmap.source.faults import Fault
from roadmap.source.parsed import ParsedFiles
from roadmap.study import Study

BROKEN = frozenset({"yaml", "encoding", "unreadable", "too-large"})
"""Kinds of faults that keep a whole file from being read."""


@dataclass(frozen=True)
class Reading:
    """What reading the workspace once more came to.

    ``revision`` counts the readings. ``study`` is what to show: the newest one, or the last good one where the files
    are ``broken`` now, or gone, as ``trouble`` tells; ``None`` where nothing could ever be read.
    """

    revision: int
    study: Study | None
    fresh: bool
    broken: tuple[Fault, ...] = ()
    trouble: str = ""


class LivePlan:
    """The workspace whose root is ``folder``, as of ``today`` (``None``: the day on which it is read).

    Not for several threads at once: whoever reads does so in one thread at a time.
    """

    def __init__(self, folder: Path, today: dt.date | None = None, reader: Callable[[Path], Workspace] = read) -> None:
        self.folder = folder
        self._today = today
        self._reader = reader
        self._parsed = ParsedFiles()
        self._good: Study | None = None
        self._revision = 0

    def read(self) -> Reading:
        """Read all files anew. Nothing in them, and nothing about them, raises."""
        self._revision += 1
        if not self.folder.is_dir():
            return self._kept(trouble=f"the folder {self.folder} is not there")
        try:
            workspace = self._reader(self.folder)
        except OSError as error:
            return self._kept(trouble=f"{self.folder} cannot be read: {error.strerror or error}")
        study = Study(workspace, self._today, self._parsed)
        broken = tuple(fault for fault in study.faults if fault.kind in BROKEN)
        gone = any(fault.kind == "empty-workspace" for fault in study.faults)
        if self._good is not None and broken:
            return self._kept(broken=broken)
        if self._good is not None and gone:
            return self._kept(trouble=f"there is no plan file in {self.folder} any more")
        if not broken:
            self._good = study
        return Reading(self._revision, study, True, broken, "there is no plan file here yet" if gone else "")

    def _kept(self, broken: tuple[Fault, ...] = (), trouble: str = "") -> Reading:
        return Reading(self._revision, self._good, False, broken, trouble)
