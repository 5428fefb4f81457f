"""The lines above the timeline that stay: two rows of ticks, the releases of the trains, the blackouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len

from roadmap.layout.lanes import pack
from roadmap.layout.scale import Scale, Zoom
from roadmap.layout.ticks import Tick, coarse_ticks, fine_ticks
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.outputs.terminal_text import visible
from roadmap.tui.canvas import Canvas, fitted
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.timeline.backdrop import freeze_of, taking_place

AXIS = 2
"""Lines of ticks."""

SHORTEST = 4
"""Cells of a name that was cut: fewer tell nothing."""


@dataclass(frozen=True)
class Header:
    """``lanes``: lines for releases; a train has one to itself where there are enough, else all share them.
    ``blackouts``: whether there is a line for those."""

    scale: Scale
    zoom: Zoom
    left: int
    width: int
    today: int
    plan: Plan
    glyphs: Glyphs
    lanes: int
    blackouts: bool

    @property
    def height(self) -> int:
        return AXIS + self.lanes + self.blackouts

    def label(self, line: int) -> str:
        """What the label column says beside a line."""
        lane = line - AXIS
        if 0 <= lane < self.lanes:
            trains = list(self.plan.trains.values())
            if self._own_lanes:
                return trains[lane].title or trains[lane].id
            hidden = sum(each >= self.lanes for _, each in self._packed) if lane == self.lanes - 1 else 0
            words = ["Releases"] * (lane == 0) + [f"{hidden} more"] * bool(hidden)
            return ", ".join(words)
        return "Blackouts" if lane == self.lanes else ""

    def draw(self, line: int) -> Canvas:
        canvas = Canvas(self.width, ["axis"] * self.width)
        if line == 0:
            for tick in coarse_ticks(self.scale, self.zoom, *self._days):
                self._coarse(tick, canvas)
        elif line == 1:
            self._fine(canvas)
        elif line - AXIS < self.lanes:
            self._releases(line - AXIS, canvas)
        else:
            self._blackouts(canvas)
        return canvas

    @property
    def _own_lanes(self) -> bool:
        return len(self.plan.trains) <= self.lanes

    @property
    def _days(self) -> tuple[int, int]:
        return self.scale.day(self.left), self.scale.day(self.left + self.width) + 1

    def _coarse(self, tick: Tick, canvas: Canvas) -> None:
        left, right = tick.left - self.left, tick.right - self.left
        canvas.put(left, self.glyphs.edge, "rule")
        # A name whose beginning is out of sight stays at the edge as long as there is room for it, a month's at last
        # without its year.
        start = max(left + 1, 0)
        room = min(right, self.width) - start
        name = tick.text if len(tick.text) < room else tick.text.partition(" ")[0]
        if len(name) < room and (name == tick.text or name.isalpha()):
            canvas.write(start + (start > 0), name, "title")

    def _fine(self, canvas: Canvas) -> None:
        today = self.scale.at(self.today) - self.left
        for tick in fine_ticks(self.scale, self.zoom, *self._days):
            left, right = tick.left - self.left, tick.right - self.left
            left += left == today and left + 1 + len(tick.text) < right
            past = left + len(tick.text)
            # Half a number is another number.
            if left >= 0 and past <= min(right, self.width) and not left <= today < past:
                canvas.write(left, tick.text, "dim")
        for cell in range(today, today + (2 if self.zoom == "day" else 1)):
            if 0 <= cell < self.width:
                canvas.back[cell] = "frozen"
        canvas.put(today, self.glyphs.today, "now")

    def _releases(self, lane: int, canvas: Canvas) -> None:
        if self._own_lanes:
            train = list(self.plan.trains)[lane]
            own = list(taking_place(self.plan, (train,), *self._days))
        else:
            own = [release for release, packed in self._packed if packed == lane]
        for index, release in enumerate(own):
            room = self._extent(own[index + 1])[0] - 1 if index + 1 < len(own) else self.width
            self._release(release, canvas, room)

    @cached_property
    def _packed(self) -> list[tuple[Release, int]]:
        """The releases in sight of all trains with their lines, some of which there may be no room for. Names have
        room of their own as long as all releases have."""
        releases = sorted(
            taking_place(self.plan, self.plan.trains, *self._days), key=lambda release: (release.date, release.id)
        )
        lanes = pack([self._extent(release, named=True) for release in releases], gap=1)
        if max(lanes, default=0) >= self.lanes:
            lanes = pack([self._extent(release) for release in releases])
        return list(zip(releases, lanes, strict=True))

    def _extent(self, release: Release, named: bool = False) -> tuple[int, int]:
        """From the beginning of the freeze to the end of the release, or of its name."""
        left = self.scale.at(freeze_of(release)[0]) - self.left
        there = self.scale.at(release.date.toordinal()) - self.left
        return left, there + 1 + (cell_len(visible(self._name(release))) if named else 0)

    def _name(self, release: Release) -> str:
        """Not the date, which the axis shows, nor a train that has the line to itself."""
        return (release.name or "") if self._own_lanes else release.id if release.name else release.train

    def _release(self, release: Release, canvas: Canvas, room: int) -> None:
        start, end = freeze_of(release)
        there = self.scale.at(end) - self.left
        if start < end:
            left, right = self.scale.stretch(start, end)
            canvas.fill(left - self.left, right - self.left, self.glyphs.frozen, "band")
            canvas.put(left - self.left, self.glyphs.cut_off, "band")
        canvas.put(there, self.glyphs.release, "release")
        name = self._name(release)
        if name and there + 1 + cell_len(visible(name)) <= room:
            canvas.write(there + 1, name, "release", room)

    def _blackouts(self, canvas: Canvas) -> None:
        """Each with its name behind it or, where that has more room, on it."""
        spans = sorted(
            (blackout.days.first.toordinal(), blackout.days.last.toordinal() + 1, blackout.title or blackout.id)
            for blackout in self.plan.blackouts.values()
            if blackout.days is not None
        )
        for index, (start, end, name) in enumerate(spans):
            left, right = (cell - self.left for cell in self.scale.stretch(start, end))
            canvas.fill(left, right, self.glyphs.barred, "barred")
            following = self.scale.at(spans[index + 1][0]) - self.left if index + 1 < len(spans) else self.width
            needed = cell_len(visible(name))
            behind = (right + 1, min(following - (index + 1 < len(spans)), self.width))
            upon = (max(left, 0) + 1, min(right, following, self.width) - 1)
            fits = [place for place in (behind, upon) if place[1] - place[0] >= needed]
            start, end = fits[0] if fits else max(behind, upon, key=lambda place: place[1] - place[0])
            if right > 0 and end - start >= min(needed, SHORTEST):
                canvas.write(start, fitted(name, min(needed, end - start), self.glyphs.ellipsis), "barred")


def lanes_for(height: int, trains: Sequence[str]) -> int:
    """How many lines the releases may take on a screen of ``height`` lines."""
    return min(len(trains), max((height - 10) // 5, 0), 4)
