"""What lies behind the bars: days off, blackouts, the freezes of release trains, releases and today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from roadmap.layout.scale import Scale
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.model.workdays import Workdays
from roadmap.tui.canvas import Canvas
from roadmap.tui.glyphs import Glyphs


def freeze_of(release: Release) -> tuple[int, int]:
    """The stretch after the last day to finish work and before the release; empty without a gate."""
    date = release.date.toordinal()
    if release.gate is None or release.gate not in release.cut_offs:
        return date, date
    return min(release.cut_offs[release.gate].toordinal() + 1, date), date


def taking_place(plan: Plan, trains: Iterable[str], first: int, past: int) -> Iterator[Release]:
    """Releases of trains whose freeze or day lies between two boundaries."""
    for train in trains:
        for release in plan.releases.get(train, ()):
            if release.skipped is None and freeze_of(release)[0] < past and release.date.toordinal() >= first:
                yield release


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Of one window: ``back`` are inks of the ground, ``behind`` glyphs for cells where nothing else stands."""

    back: list[str]
    behind: Sequence[tuple[int, str, str]]

    def canvas(self) -> Canvas:
        return Canvas(len(self.back), self.back)

    def show(self, canvas: Canvas) -> None:
        for cell, glyph, fore in self.behind:
            if canvas.free(cell):
                canvas.put(cell, glyph, fore)


@dataclass
class Backdrops:
    """Makes the backdrop of each calendar once for a window of ``width`` cells from ``left`` on. ``trains``: whose
    freezes are shown. ``written``: tell blackouts, and the freezes of a row's own trains, by symbols, where colours
    cannot."""

    plan: Plan
    scale: Scale
    left: int
    width: int
    today: int
    trains: tuple[str, ...]
    glyphs: Glyphs
    written: bool
    _made: dict[tuple[int, tuple[str, ...]], Backdrop] = field(default_factory=dict)
    _bands: dict[tuple[str, ...], dict[int, str]] = field(default_factory=dict)

    def of(self, team: str | None, trains: tuple[str, ...]) -> Backdrop:
        """Behind the work of a team that ships on ``trains``: their freezes stand out."""
        days = self.plan.workdays.get(team, self.plan.workdays[None])
        own = tuple(train for train in trains if train in self.trains)
        made = self._made.get((id(days), own))
        if made is None:
            made = self._made[id(days), own] = self._make(days, own)
        return made

    def _make(self, days: Workdays, own: tuple[str, ...]) -> Backdrop:
        bands = self._banded(own)
        scale, left = self.scale, self.left
        back = [""] * self.width
        closed: list[tuple[int, str, str]] = []
        boundary = scale.day(left)
        for cell in range(self.width):
            following = scale.day(left + cell + 1)
            past = max(following, boundary + 1)
            if not days.count(boundary, past):
                on_weekday = any((day - 1) % 7 < 5 for day in range(boundary, past))
                back[cell] = "holiday" if on_weekday else "weekend"
                if on_weekday and following > boundary:
                    closed.append((cell, self.glyphs.holiday, "holiday"))
            boundary = following
            if cell in bands:
                back[cell] = bands[cell]
                if self.written and bands[cell] != "frozen":
                    barred = bands[cell] == "barred"
                    closed.append((cell, *((self.glyphs.shade, "barred") if barred else (self.glyphs.frozen, "band"))))
        return Backdrop(back, [*self._behind, *closed])

    def _banded(self, own: tuple[str, ...]) -> dict[int, str]:
        """Cell to the ink of the band that lies there; a blackout lies over a freeze."""
        if own not in self._bands:
            others = tuple(train for train in self.trains if train not in own)
            bands: dict[int, str] = {}
            for trains, ink in ((others, "frozen"), (own, "frozen+")):
                for release in taking_place(self.plan, trains, *self._days):
                    start, end = freeze_of(release)
                    if start < end:
                        bands.update(dict.fromkeys(self._cells(start, end), ink))
            for start, end in self._blackouts():
                bands.update(dict.fromkeys(self._cells(start, end), "barred"))
            self._bands[own] = bands
        return self._bands[own]

    @cached_property
    def _behind(self) -> list[tuple[int, str, str]]:
        """What is seen where nothing stands before it, today before all else."""
        behind = [*self._put(self.today, self.glyphs.today, "today")]
        for release in taking_place(self.plan, self.trains, *self._days):
            behind += self._put(release.date.toordinal(), self.glyphs.column, "column")
        return behind

    @property
    def _days(self) -> tuple[int, int]:
        return self.scale.day(self.left), self.scale.day(self.left + self.width) + 1

    def _blackouts(self) -> Iterator[tuple[int, int]]:
        for blackout in self.plan.blackouts.values():
            if blackout.days is not None:
                yield blackout.days.first.toordinal(), blackout.days.last.toordinal() + 1

    def _put(self, boundary: int, glyph: str, fore: str) -> Iterator[tuple[int, str, str]]:
        cell = self.scale.at(boundary) - self.left
        if 0 <= cell < self.width:
            yield cell, glyph, fore

    def _cells(self, start: int, end: int) -> range:
        left, right = self.scale.stretch(start, end)
        return range(max(left - self.left, 0), min(right - self.left, self.width))
