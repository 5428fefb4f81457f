"""Working-day arithmetic on boundaries.

A *boundary* is the start of a day, as a proleptic Gregorian ordinal (``date.toordinal``). Work is a half-open stretch
``[start, end)`` of boundaries. All methods take and return boundaries; ``n`` counts working days.
Results saturate at the years 1900 and 2400, so that no input can make them overflow.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

EARLIEST = dt.date(1900, 1, 1).toordinal()
LATEST = dt.date(2400, 1, 1).toordinal()


def no_holidays(year: int) -> Collection[int]:
    """A calendar without holidays."""
    return ()


class Workdays:
    """Which days are worked. Tables grow on demand, a few years at a time; asking for holidays of a year is left to ``holidays``
    (year to ordinals), which is called once for each year that is looked at."""

    __slots__ = ("_before", "_closed", "_days", "_high", "_holidays", "_low", "_open", "_week", "week_length")

    def __init__(
        self,
        week: Collection[int] = (0, 1, 2, 3, 4),
        holidays: Callable[[int], Collection[int]] = no_holidays,
        closed: Collection[int] = (),
        opened: Collection[int] = (),
    ) -> None:
        self._week = frozenset(week)
        self._holidays = holidays
        self._closed = frozenset(closed)
        self._open = frozenset(opened)
        self.week_length = len(self._week)
        self._low = self._high = 0  # [low, high) is covered; nothing yet
        self._before: list[int] = []  # working days in [low, low + i)
        self._days: list[int] = []  # the working days of [low, high)

    def less(self, closed: Collection[int]) -> Workdays:
        """The same days less some more, e.g. those that a blackout bars."""
        return Workdays(self._week, self._holidays, self._closed | frozenset(closed), self._open - frozenset(closed))

    def works(self, day: int) -> bool:
        """Whether ``day`` is worked."""
        return self.count(day, day + 1) == 1

    def count(self, start: int, end: int) -> int:
        """Working days in ``[start, end)``; negative if ``end`` is before ``start``."""
        self._cover(min(start, end))
        self._cover(max(start, end))
        last = len(self._before) - 1
        return (
            self._before[min(max(end - self._low, 0), last)]
            - self._before[min(max(start - self._low, 0), last)]
        )

    def next(self, day: int) -> int:
        """The first working day on or after ``day``."""
        if not self._low <= day < self._high:
            self._cover(day)
            day = min(max(day, EARLIEST), LATEST - 1)
        index = self._before[day - self._low]
        while index >= len(self._days):
            if not self._grow_up():
                return LATEST
            index = self._before[day - self._low]
        return self._days[index]

    def strip(self, end: int) -> int:
        """The boundary after the last working day before ``end``: non-working days just before it do not count."""
        return self.backward(end, 1) + 1 if self.backward(end, 1) > EARLIEST else end

    def forward(self, start: int, n: int) -> int:
        """The boundary after ``n`` working days from ``start``; ``start`` itself for 0, backwards if negative."""
        if n <= 0:
            return start if n == 0 else self.backward(start, -n)
        if not self._low <= start < self._high:
            self._cover(start)
            start = min(max(start, EARLIEST), LATEST - 1)
        index = self._before[start - self._low] + n - 1
        while index >= len(self._days):
            if not self._grow_up():
                return LATEST
            index = self._before[start - self._low] + n - 1
        return self._days[index] + 1

    def backward(self, end: int, n: int) -> int:
        """The latest boundary with ``n`` working days from it to ``end``; ``end`` itself for 0, forwards if negative."""
        if n <= 0:
            return end if n == 0 else self.forward(end, -n)
        if not self._low <= end < self._high:
            self._cover(end)
            end = min(max(end, EARLIEST), LATEST - 1)
        index = self._before[end - self._low] - n
        while index < 0:
            if not self._grow_down():
                return EARLIEST
            index = self._before[end - self._low] - n
        return self._days[index]

    def _cover(self, day: int) -> None:
        if self._low <= day < self._high:
            return
        year = dt.date.fromordinal(min(max(day, EARLIEST), LATEST - 1)).year
        first = dt.date(max(year - 1, 1900), 1, 1).toordinal()
        last = dt.date(min(year + 3, 2400), 1, 1).toordinal()
        if self._low == self._high:
            self._build(first, last)
        else:
            self._build(min(self._low, first), max(self._high, last))

    def _grow_up(self) -> bool:
        if self._high >= LATEST:
            return False
        years = max((self._high - self._low) // 365, 2)
        self._build(self._low, dt.date(min(dt.date.fromordinal(self._high).year + years, 2400), 1, 1).toordinal())
        return True

    def _grow_down(self) -> bool:
        if self._low <= EARLIEST:
            return False
        years = max((self._high - self._low) // 365, 2)
        self._build(dt.date(max(dt.date.fromordinal(self._low).year - years, 1900), 1, 1).toordinal(), self._high)
        return True

    def _build(self, low: int, high: int) -> None:
        closed = set(self._closed)
        for year in range(dt.date.fromordinal(low).year, dt.date.fromordinal(high - 1).year + 1):
            closed.update(self._holidays(year))
        closed -= self._open
        week, opened = self._week, self._open
        days: list[int] = []
        before: list[int] = []
        # Ordinal 1 is a Monday.
        weekday = (low - 1) % 7
        for day in range(low, high):
            before.append(len(days))
            if (weekday in week and day not in closed) or day in opened:
                days.append(day)
            weekday = weekday + 1 if weekday < 6 else 0
        before.append(len(days))
        self._low, self._high, self._before, self._days = low, high, before, days
