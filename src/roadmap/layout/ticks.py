"""What stands on a time axis: two rows of named stretches, the coarse one above the fine one. English, always."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from roadmap.layout.scale import Scale, Zoom

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Tick(NamedTuple):
    """The half-open stretch of cells ``left`` to ``right``, and its name."""

    left: int
    right: int
    text: str


def coarse_ticks(scale: Scale, zoom: Zoom, first: int, past: int) -> Iterator[Tick]:
    """Months, or on the widest zoom quarters, that touch the days from ``first`` to ``past``."""
    if zoom == "quarter":
        return _ticks(scale, _quarter, lambda day: f"{day.year} Q{(day.month + 2) // 3}", first, past)
    if zoom == "month":
        return _ticks(scale, _month, lambda day: f"{_MONTHS[day.month - 1][:3]} {day.year}", first, past)
    return _ticks(scale, _month, lambda day: f"{_MONTHS[day.month - 1]} {day.year}", first, past)


def fine_ticks(scale: Scale, zoom: Zoom, first: int, past: int) -> Iterator[Tick]:
    """Days, weeks by the date of their Monday, or months."""
    if zoom == "day":
        return _ticks(scale, lambda day: day, lambda day: f"{day.day:2}", first, past)
    if zoom == "quarter":
        return _ticks(scale, _month, lambda day: _MONTHS[day.month - 1][:3], first, past)
    return _ticks(scale, _week, lambda day: f"{day.day:2}", first, past)


def _ticks(
    scale: Scale, begins: Callable[[dt.date], dt.date], name: Callable[[dt.date], str], first: int, past: int
) -> Iterator[Tick]:
    """Stretches that start where ``begins`` says and end where the next one starts."""
    start = begins(dt.date.fromordinal(first))
    while start.toordinal() < past:
        following = start + dt.timedelta(1)
        while begins(following) == start:
            following += dt.timedelta(1)
        left, right = scale.at(start.toordinal()), scale.at(following.toordinal())
        if right > left:
            yield Tick(left, right, name(start))
        start = following


def _week(day: dt.date) -> dt.date:
    return day - dt.timedelta(day.weekday())


def _month(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _quarter(day: dt.date) -> dt.date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
