"""Working-day arithmetic on boundaries.

A *boundary* is the start of a day, as a proleptic Gregorian ordinal (``date.toordinal``). Work is a half-open stretch
``[start, end)`` of boundaries. All methods take and return boundaries; ``n`` counts working days.
Results saturate at the years 1900 and 2400, so that no input can make them overflow.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate, compress
from typing import NamedTuple

EARLIEST = dt.date(1900, 1, 1).toordinal()
LATEST = dt.date(2400, 1, 1).toordinal()

_LONG = 40 * 366
"""How many days a table may have before it is kept small rather than quick: hundreds of calendars can reach over
centuries."""


def no_holidays(year: int) -> Collection[int]:
    """A calendar without holidays."""
    return ()


class _Table(NamedTuple):
    """The days of ``[low, high)``: ``before[i]`` counts the working days in ``[low, low + i)``, ``days`` lists them,
    ``worked[i]`` tells whether ``low + i`` is one."""

    low: int
    high: int
    before: Sequence[int]
    days: Sequence[int]
    worked: bytes


class Workdays:
    """Which days are worked: those of ``week`` that are neither a holiday nor ``closed``, and those of ``opened``.

    ``week``: weekday numbers, Monday 0. ``holidays``: year to ordinals; asked for the years that are looked at, each
    perhaps more than once. ``closed`` and ``opened``: stretches of days. The table of days grows on demand, a few
    years at a time.
    """

    __slots__ = ("_closed", "_holidays", "_open", "_table", "_week", "_whole", "week_length")

    def __init__(
        self,
        week: Collection[int] = (0, 1, 2, 3, 4),
        holidays: Callable[[int], Collection[int]] = no_holidays,
        closed: Collection[range] = (),
        opened: Collection[range] = (),
    ) -> None:
        self._week = frozenset(week)
        self._holidays = holidays
        self._closed = closed
        self._open = opened
        self._whole: Workdays | None = None
        self.week_length = len(self._week)
        self._table = _Table(0, 0, [0], [], b"")

    def less(self, closed: Collection[range]) -> Workdays:
        """The same days less some more, e.g. those that a blackout bars."""
        fewer = Workdays(self._week, closed=closed)
        fewer._whole = self
        return fewer

    def works(self, day: int) -> bool:
        """Whether ``day`` is worked."""
        return self.count(day, day + 1) == 1

    # The methods below are called hundreds of thousands of times for a large plan: each tries the table as it is first.

    def count(self, start: int, end: int) -> int:
        """Working days in ``[start, end)``; negative if ``end`` is before ``start``."""
        low, high, before, _, _ = self._table
        if not (low <= start <= high and low <= end <= high):
            start, end = _clamp(start), _clamp(end)
            low, high, before, _, _ = self._cover(min(start, end), max(start, end))
        return before[end - low] - before[start - low]

    def next(self, day: int) -> int:
        """The first working day on or after ``day``."""
        low, high, before, days, _ = self._table
        if low <= day <= high:
            index = before[day - low]
            if index < len(days):
                return days[index]
        found = self._on_or_after(day, 1)
        return LATEST if found is None else found

    def strip(self, end: int) -> int:
        """The boundary after the last working day before ``end``: non-working days just before it do not count."""
        low, high, before, days, _ = self._table
        if low <= end <= high:
            index = before[end - low]
            if index:
                return days[index - 1] + 1
        found = self._before(end, 1)
        return EARLIEST if found is None else found + 1

    def forward(self, start: int, n: int) -> int:
        """The boundary after ``n`` working days from ``start``; ``start`` itself for 0, backwards if negative."""
        if n <= 0:
            return self.backward(start, -n) if n else start
        low, high, before, days, _ = self._table
        if low <= start <= high:
            index = before[start - low] + n - 1
            if index < len(days):
                return days[index] + 1
        found = self._on_or_after(start, n)
        return LATEST if found is None else found + 1

    def backward(self, end: int, n: int) -> int:
        """The latest boundary with ``n`` working days from it to ``end``; ``end`` for 0, forwards if negative."""
        if n <= 0:
            return self.forward(end, -n) if n else end
        low, high, before, days, _ = self._table
        if low <= end <= high:
            index = before[end - low] - n
            if index >= 0:
                return days[index]
        found = self._before(end, n)
        return EARLIEST if found is None else found

    def _on_or_after(self, day: int, n: int) -> int | None:
        """The ``n``-th working day on or after ``day``, if there are so many."""
        day = _clamp(day)
        low, high, before, days, _ = self._cover(day, day)
        while (index := before[day - low] + n - 1) >= len(days):
            if high == LATEST:
                return None
            low, high, before, days, _ = self._build(low, _new_year(high, self._growth()))
        return days[index]

    def _before(self, day: int, n: int) -> int | None:
        """The ``n``-th working day before ``day``, counted back from it, if there are so many."""
        day = _clamp(day)
        low, high, before, days, _ = self._cover(day, day)
        while (index := before[day - low] - n) < 0:
            if low == EARLIEST:
                return None
            low, high, before, days, _ = self._build(_new_year(low, -self._growth()), high)
        return days[index]

    def _growth(self) -> int:
        """Years to grow by: as many as there are, so that a long way is gone in few steps."""
        return max((self._table.high - self._table.low) // 365, 2)

    def _cover(self, first: int, last: int) -> _Table:
        """The table, grown so that both boundaries lie in it."""
        low, high = self._table[:2]
        if low == high:
            low, high = _new_year(first, 0), _new_year(last, 3)
        if first < low or last > high:
            low, high = min(low, _new_year(first, 0)), max(high, _new_year(last, 2))
        return self._table if (low, high) == self._table[:2] else self._build(low, high)

    def _build(self, low: int, high: int) -> _Table:
        worked = self._usual(low, high)
        for stretches, flag in ((self._closed, b"\0"), (self._open, b"\1")):
            for stretch in stretches:
                first, end = max(stretch.start, low), min(stretch.stop, high)
                if first < end:
                    worked[first - low : end - low] = flag * (end - first)
        kept: Callable[[Iterable[int]], Sequence[int]] = _packed if high - low > _LONG else list
        before, days = kept(accumulate(worked, initial=0)), kept(compress(range(low, high), worked))
        self._table = _Table(low, high, before, days, bytes(worked))
        return self._table

    def _usual(self, low: int, high: int) -> bytearray:
        """For each day of ``[low, high)`` whether it is in the week and no holiday, or one of those that are to be
        less."""
        if self._whole is not None:
            table = self._whole._cover(low, high)
            return bytearray(table.worked[low - table.low : high - table.low])
        # Ordinal 1 is a Monday.
        week = bytes(weekday in self._week for weekday in range(7)) * 2
        worked = bytearray(week[(low - 1) % 7 :][:7] * ((high - low) // 7 + 1))[: high - low]
        for year in range(dt.date.fromordinal(low).year, dt.date.fromordinal(high - 1).year + 1):
            for day in self._holidays(year):
                if low <= day < high:
                    worked[day - low] = False
        return worked


def _packed(numbers: Iterable[int]) -> Sequence[int]:
    """In four bytes each instead of forty."""
    return array("i", numbers)


def _clamp(boundary: int) -> int:
    return min(max(boundary, EARLIEST), LATEST)


def _new_year(boundary: int, years: int) -> int:
    """The first of January of a boundary's year and so many years on, within what is ever looked at."""
    year = dt.date.fromordinal(boundary).year + years
    return dt.date(min(max(year, 1900), 2400), 1, 1).toordinal()
