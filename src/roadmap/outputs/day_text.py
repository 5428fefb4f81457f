"""Days as people read them in every command; the same in every locale."""

from __future__ import annotations

import datetime as dt

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_text(date: dt.date) -> str:
    """``Tue 2027-03-02``: the weekday for people, the date as the plan files write it."""
    return f"{_WEEKDAYS[date.weekday()]} {date.isoformat()}"
