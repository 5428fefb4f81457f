"""Words that messages share, so that names, days and counts are told in one way everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from roadmap.model.workdays import Workdays


class Titled(Protocol):
    """What has an id and maybe a title: tasks, initiatives, trains, services."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str | None: ...


def named(thing: Titled) -> str:
    """``“Landing page” (spring-sale/landing)``; the id alone where there is no title."""
    return f"“{thing.title}” ({thing.id})" if thing.title else thing.id


def called(thing: Titled) -> str:
    """``“Landing page”``, for the second mention of what was already named; the id where there is no title."""
    return f"“{thing.title}”" if thing.title else thing.id


def listed(words: Sequence[str], most: int = 3) -> str:
    """``a, b and c``; from ``most`` on, ``a, b, c and 4 more``."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: int, thing: str, things: str | None = None) -> str:
    """``1 task``, ``3 tasks``."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def iso(boundary: int) -> str:
    """The day that starts at a boundary, as ``2027-03-15``."""
    return dt.date.fromordinal(boundary).isoformat()


def days_of(number: int, elapsed: bool = False) -> str:
    """``1 working day``, ``14 calendar days``."""
    return counted(number, "calendar day" if elapsed else "working day")


def gap(start: int, end: int, calendar: Workdays) -> str:
    """How long a stretch of boundaries is: in working days, or in calendar days where it holds no working day."""
    working = calendar.count(start, end)
    return days_of(working) if working else days_of(end - start, elapsed=True)


def waiting_too(names: Sequence[str], one: str, several: str) -> str:
    """``; “Copy”, which waits for it, misses its day too``: a clause about what shares a fate, if anything does."""
    if not names:
        return ""
    if len(names) == 1:
        return f"; {names[0]}, which waits for it, {one}"
    return f"; {listed(names)}, which wait for it, {several}"
