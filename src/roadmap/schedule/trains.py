"""Which release carries finished work, and by when work must be finished to be carried."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from roadmap.model.release import Release


def gate_of(release: Release, gate: str | None = None) -> int:
    """The boundary by which work must be finished for a release: the end of its gate's day, or the release itself
    without a gate. ``gate`` names another cut-off than the release's own."""
    day = release.cut_offs.get(gate or release.gate or "")
    if day is None and release.gate:
        day = release.cut_offs.get(release.gate)
    return day.toordinal() + 1 if day is not None else release.date.toordinal()


class Timetable:
    """The usable releases of a train (not skipped, not barred), by date, seen through one gate.

    ``days[i]``: boundary at which release ``i`` reaches users. ``gates[i]``: boundary by which work must be finished
    for it.
    """

    __slots__ = ("days", "gates", "last_gate", "releases")

    def __init__(self, releases: tuple[Release, ...], gate: str | None) -> None:
        usable = [release for release in releases if release.skipped is None]
        self.releases = tuple(usable)
        self.days = [release.date.toordinal() for release in usable]
        self.gates = [gate_of(release, gate) for release in usable]
        # Gates need not rise with the dates (a hotfix may close earlier), so the latest gate so far is what counts.
        self.last_gate = list(accumulate(self.gates, max))

    def carrier(self, end: int, pinned: int = 0) -> int | None:
        """Index of the first release whose gate is not before the end of the work, and that is not before the day of
        the pinned one (a boundary); ``None`` if there is none."""
        index = bisect_left(self.last_gate, end)
        if pinned:
            index = max(index, bisect_left(self.days, pinned))
            while index < len(self.gates) and self.gates[index] < end:
                index += 1
        return index if index < len(self.gates) else None

    def missed(self, carrier: int | None, pinned: int = 0) -> int | None:
        """Index of the last release before ``carrier`` (``None``: before the end) that work could have caught by ending
        sooner, if it may be as early as the pinned one (a boundary). One that closes no later than an earlier release
        is not caught by anything."""
        for index in range(len(self.days) - 1 if carrier is None else carrier - 1, -1, -1):
            if self.days[index] < pinned:
                return None
            if index == 0 or self.gates[index] > self.last_gate[index - 1]:
                return index
        return None

    def finish_by(self, needed: int) -> int | None:
        """The latest boundary at which work may end to be available by ``needed``; ``None`` if no release is that
        early."""
        index = bisect_right(self.days, needed) - 1
        return self.last_gate[index] if index >= 0 else None

    def lead(self) -> int:
        """Calendar days from gate to release, of the first release: for dates before the timetable begins."""
        return self.days[0] - self.gates[0] if self.days else 0
