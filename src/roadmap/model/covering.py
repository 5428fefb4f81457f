"""Which of many spans covers a day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Generic, TypeVar

from roadmap.model.values.dates import Span

Told = TypeVar("Told")


class Covering(Generic[Told]):
    """Spans in an order of precedence, each with what it tells: made in n log n, asked in log n."""

    def __init__(self, spans: Iterable[tuple[Span, Told]]) -> None:
        ranked = [(span.first.toordinal(), span.last.toordinal() + 1, told) for span, told in spans]
        coming = sorted(range(len(ranked)), key=lambda rank: ranked[rank][0], reverse=True)
        self._boundaries = sorted({boundary for first, end, _ in ranked for boundary in (first, end)})
        self._told: list[Told | None] = []
        open_: list[int] = []
        for boundary in self._boundaries:
            while coming and ranked[coming[-1]][0] == boundary:
                heappush(open_, coming.pop())
            while open_ and ranked[open_[0]][1] <= boundary:
                heappop(open_)
            self._told.append(ranked[open_[0]][2] if open_ else None)

    def on(self, day: dt.date) -> Told | None:
        """What the first of the spans tells that cover a day."""
        index = bisect_right(self._boundaries, day.toordinal())
        return self._told[index - 1] if index else None
