"""How a link carries a date from its predecessor to its successor, and back.

Forward: given the predecessor's boundary, the earliest boundary that the link allows at the successor. Backward:
given the successor's boundary, the latest one of the predecessor that still allows it. Each backward function is the
exact inverse of its forward one, in the sense of a Galois connection: ``forward(b) <= late`` if and only if ``b <=
backward(late)``. Rules: schedule.md, "Time".
"""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.model.workdays import Workdays

FS, SS, FF, SF = 0, 1, 2, 3
FROM_START = (SS, SF)
INTO_FINISH = (FF, SF)
TYPES = {"FS": FS, "SS": SS, "FF": FF, "SF": SF}
NAMES = ("FS", "SS", "FF", "SF")


@dataclass(slots=True)
class Arc:
    """A link into a node. ``source``: index of the predecessor. ``work``: an FS or FF link leaves from the end of the
    work, not from availability. ``lag``: in working days of the successor's calendar, or calendar days where
    ``elapsed``. ``notice``: the source produces what completes a request, and the lag is the notice."""

    source: int
    type: int
    lag: int
    elapsed: bool
    work: bool
    notice: bool = False


def lagged(boundary: int, lag: int, elapsed: bool, calendar: Workdays) -> int:
    """A boundary plus a lag (negative: a lead)."""
    return boundary + lag if elapsed else calendar.forward(boundary, lag)


def unlagged(late: int, lag: int, elapsed: bool, calendar: Workdays) -> int:
    """The latest boundary that, lagged and then moved to a working day, is not after ``late``."""
    if elapsed or lag == 0:
        return late - lag
    if lag > 0:
        return calendar.backward(late, lag)
    return calendar.next(calendar.forward(calendar.backward(late + 1, 1), -lag))


def finish_bound(boundary: int, arc: Arc, before: Workdays | None, after: Workdays | None, lag: Workdays) -> int:
    """What an FF or SF link asks of the successor's end. ``before`` and ``after`` are the calendars of predecessor
    and successor (``None`` for those that know only calendar days), ``lag`` the one in which the lag counts."""
    if before is not None:
        boundary = before.strip(boundary)
    if arc.lag:
        boundary = lagged(boundary, arc.lag, arc.elapsed, lag)
        if after is not None:
            boundary = after.strip(boundary)
    return boundary


def finish_bound_back(late: int, arc: Arc, before: Workdays | None, after: Workdays | None, lag: Workdays) -> int:
    """The latest boundary of the predecessor with which an FF or SF link lets the successor end at ``late``."""
    if arc.lag:
        if after is not None:
            late = after.next(late)
        if arc.elapsed:
            late -= arc.lag
        elif arc.lag > 0:
            late = lag.backward(late, arc.lag)
        else:
            late = lag.next(lag.forward(lag.backward(late + 1, 1), -arc.lag))
    return before.next(late) if before is not None else late
