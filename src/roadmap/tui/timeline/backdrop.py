"""What lies behind the bars: days off, blackouts, the freezes of release trains, releases and today."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment

from roadmap.layout.scale import Scale
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.model.workdays import Workdays
from roadmap.tui.canvas import Canvas
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.palette import Styles


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


Tone = Literal["", "bar", "cursor", "cursorless"]
"""The ground of a whole row: of a common one, of a group, of the selected one with the focus and without it."""

BANDS = frozenset({"frozen", "frozen+", "barred"})


class Backdrop:
    """Of one window: ``back`` are inks of the ground, ``behind`` glyphs for cells where nothing else stands, in order
    of the cells.

    Most of a row is backdrop, and that is made into segments only once.
    """

    def __init__(self, back: list[str], behind: Sequence[tuple[int, str, str]], styles: Styles) -> None:
        self._back = back
        self._behind = behind
        self._styles = styles
        self._segments = self._shown(Canvas(len(back), back)).segments(styles)
        self._starts = list(accumulate((cell_len(segment.text) for segment in self._segments[:-1]), initial=0))

    def canvas(self) -> Canvas:
        return Canvas(len(self._back), self._back)

    def toned(self, tone: Tone) -> Backdrop:
        """The same behind a row that has a ground of its own; bands are still seen through the cursor."""
        if tone == "bar":
            back = [ground or tone for ground in self._back]
        else:
            back = [f"{tone}+" if ground in BANDS else tone for ground in self._back]
        return Backdrop(back, self._behind, self._styles)

    def segments(self, canvas: Canvas) -> list[Segment]:
        """What is painted on a canvas, and the backdrop around it."""
        if canvas.low >= canvas.high:
            return self._segments
        first = bisect_right(self._starts, canvas.low) - 1
        past = bisect_left(self._starts, canvas.high)
        left = self._starts[first]
        right = self._starts[past] if past < len(self._starts) else canvas.width
        return [
            *self._segments[:first],
            *self._shown(canvas, left, right).segments(self._styles, left, right),
            *self._segments[past:],
        ]

    def _shown(self, canvas: Canvas, left: int = 0, right: int | None = None) -> Canvas:
        """With what is behind it, as far as nothing stands before that."""
        first = bisect_left(self._behind, (left,))
        past = len(self._behind) if right is None else bisect_left(self._behind, (right,))
        for cell, glyph, fore in self._behind[first:past]:
            if canvas.free(cell):
                canvas.put(cell, glyph, fore)
        return canvas


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
    styles: Styles
    written: bool
    _made: dict[tuple[int, tuple[str, ...], Tone], Backdrop] = field(default_factory=dict)
    _bands: dict[tuple[str, ...], dict[int, str]] = field(default_factory=dict)

    def of(self, team: str | None, trains: tuple[str, ...], tone: Tone = "") -> Backdrop:
        """Behind the work of a team that ships on ``trains``: their freezes stand out."""
        days = self.plan.workdays.get(team, self.plan.workdays[None])
        own = tuple(train for train in trains if train in self.trains)
        made = self._made.get((id(days), own, tone))
        if made is None:
            made = self.of(team, trains).toned(tone) if tone else self._make(days, own)
            self._made[id(days), own, tone] = made
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
        return Backdrop(back, sorted([*self._behind, *closed], key=itemgetter(0)), self.styles)

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
