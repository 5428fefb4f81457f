"""One event of a calendar, before it is written. Values only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from roadmap.outputs.day_text import day_text

Moment = dt.date | dt.datetime
"""A whole day, or a time of day with its zone."""

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]

PAST = dt.timedelta(days=60)
"""How long what is over stays in a calendar."""

EVERYONE = "all"
"""The feed of everything; what concerns it alone concerns every feed."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What an event waits for: ``to`` is the key of another one, ``kind`` a relationship of RFC 9253, and ``gap`` the
    calendar days between the two, negative for a lead."""

    to: str
    kind: str = "DEPENDS-ON"
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """``rule``: of RFC 5545, ending with UNTIL; ``without``: the times that are left out; ``last``: the last day on
    which it takes place."""

    rule: str
    without: tuple[Moment, ...]
    last: dt.date


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind`` and ``id`` make the uid and never change (see lasting.py). ``end`` is exclusive. ``text``: paragraphs.
    ``feeds``: the feeds that it concerns, e.g. `team:web`; ``EVERYONE`` among them means all. ``remind``: an alarm
    belongs to it, where alarms are asked for."""

    kind: str
    id: str
    summary: str
    start: Moment
    end: Moment
    category: str
    colour: str
    status: Status = "CONFIRMED"
    busy: bool = False
    text: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    feeds: frozenset[str] = frozenset()
    url: str | None = None
    conference: str | None = None
    repeat: Repeat | None = None
    remind: bool = False

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.id}"

    @property
    def last_day(self) -> dt.date:
        """The last day that any of it is on."""
        if self.repeat is not None:
            return self.repeat.last
        return last_day(self.end)


def is_long_over(entry: Entry, today: dt.date) -> bool:
    return entry.last_day < today - PAST


def last_day(end: Moment) -> dt.date:
    """The last day of what ends at ``end``."""
    return end.date() if isinstance(end, dt.datetime) else end - dt.timedelta(days=1)


def when(start: Moment, end: Moment) -> str:
    """``Tue 2027-03-02``, ``Mon 2027-03-15 to Mon 2027-04-05``, ``Tue 2027-03-02 14:00``."""
    if isinstance(start, dt.datetime):
        zone = " UTC" if start.tzinfo is dt.UTC else ""
        return f"{day_text(start.date())} {start:%H:%M}{zone}"
    last = last_day(end)
    return day_text(start) if last <= start else f"{day_text(start)} to {day_text(last)}"
