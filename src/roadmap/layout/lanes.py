"""Packing stretches into as few lanes as possible, so that none touches another in its lane."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def pack(stretches: Sequence[tuple[int, int]], gap: int = 0) -> tuple[int, ...]:
    """The lane of each half-open stretch, with at least ``gap`` cells between two in one lane.

    In order of their starts, each takes the free lane with the lowest number. That uses as many lanes as stretches
    overlap anywhere, and no fewer would do (interval partitioning).
    """
    lanes = [0] * len(stretches)
    busy: list[tuple[int, int]] = []  # (when it is free, lane)
    free: list[int] = []
    opened = 0
    for index in sorted(range(len(stretches)), key=lambda index: (stretches[index], index)):
        start, end = stretches[index]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane, opened = opened, opened + 1
        lanes[index] = lane
        heappush(busy, (end + gap, lane))
    return tuple(lanes)
