"""The scale of a time axis: which cell a day lies in, and which days a cell holds.

Days are boundaries (``date.toordinal``), stretches are half-open. A cell may be a column of a terminal or a unit of a
picture: ``cells`` of them stand for ``days``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

Zoom = Literal["day", "week", "month", "quarter"]
"""What is easiest to tell apart: single days, weeks, months or quarters."""

ZOOMS: tuple[Zoom, ...] = get_args(Zoom)

_CELLS: dict[Zoom, tuple[int, int]] = {"day": (3, 1), "week": (1, 1), "month": (3, 7), "quarter": (1, 7)}
"""Zoom to so many cells for so many days. Where a week is three cells, the third is the weekend."""


@dataclass(frozen=True, slots=True)
class Scale:
    """``first``: the boundary at the left edge; ``past``: that at the right edge."""

    first: int
    past: int
    cells: int = 1
    days: int = 1

    def at(self, boundary: int) -> int:
        """The cell in which the day that starts at a boundary begins."""
        return (boundary - self.first) * self.cells // self.days

    def day(self, cell: int) -> int:
        """The first day that begins in a cell, or after it where none does."""
        return self.first - (-cell * self.days // self.cells)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of cells in which the days of a stretch lie: at least one cell."""
        left = self.at(start)
        return left, max(left + 1, -((self.first - end) * self.cells // self.days))

    @property
    def width(self) -> int:
        """Cells from edge to edge."""
        return self.stretch(self.first, self.past)[1]


def scale_for(zoom: Zoom, first: int, past: int) -> Scale:
    """A scale on which ``first`` to ``past`` have room. It begins on a Monday, so that weeks are whole cells."""
    cells, days = _CELLS[zoom]
    return Scale(first - (first - 1) % 7, max(past, first + 7), cells, days)


def months_on(boundary: int, months: int) -> int:
    """The boundary as many months later (earlier if negative), on the last day of a month that is too short."""
    date = dt.date.fromordinal(boundary)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    following = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    length = (following - dt.date(year, month + 1, 1)).days
    return dt.date(year, month + 1, min(date.day, length)).toordinal()
