"""What became of events since earlier calendars: moved, changed, or taken out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from roadmap.outputs.ics.entry import Entry, Moment, Repeat, is_long_over, when

KEPT = dt.timedelta(days=30)
"""How long after its day an event that was taken out stays as cancelled."""


@dataclass(frozen=True, slots=True)
class Known:
    """An event as it was told last. ``digest``: of everything that it says; ``moved``: when it was before, in words."""

    digest: str
    sequence: int
    modified: dt.datetime
    start: Moment
    end: Moment
    summary: str
    category: str
    feeds: tuple[str, ...]
    repeat: Repeat | None = None
    moved: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry with what its history adds. ``moved``: when it was before, in words."""

    entry: Entry
    sequence: int
    modified: dt.datetime
    moved: str | None = None


Record = dict[str, Known]
"""Key of an entry to what was told of it."""


def follow(
    entries: Iterable[Entry], record: Record, settled: Collection[str], changed: dt.datetime, today: dt.date
) -> tuple[tuple[Dated, ...], Record]:
    """Entries with their history, without those that are long over and with those that were taken out, by key; and the
    record for the next time.

    ``changed``: when the plan last changed. An event that changed although the plan did not, because time went on, is
    as of the beginning of ``today`` in UTC. ``settled``: keys of what is gone without having been cancelled.
    """
    turn = dt.datetime.combine(today, dt.time(), dt.UTC)
    planned = list(entries)
    there = {entry.key for entry in planned}
    dated = [
        _follow(entry, record.get(entry.key), changed, turn) for entry in planned if not is_long_over(entry, today)
    ]
    for key, known in record.items():
        if key not in there and key not in settled:
            gone = _taken_out(key, known, changed, turn)
            if today <= gone.entry.last_day + KEPT:
                dated.append(gone)
    dated.sort(key=lambda each: each.entry.key)
    return tuple(dated), {each.entry.key: _known(each) for each in dated}


def _follow(entry: Entry, known: Known | None, changed: dt.datetime, turn: dt.datetime) -> Dated:
    if known is None:
        return Dated(entry, 0, changed)
    if known.digest == digest(entry):
        return Dated(entry, known.sequence, known.modified, known.moved)
    moved, sequence = known.moved, known.sequence
    if (known.start, known.end) != (entry.start, entry.end):
        moved = f"Moved from {when(known.start, known.end)} to {when(entry.start, entry.end)}."
        sequence += 1
    elif known.cancelled or known.repeat != entry.repeat:
        sequence += 1
    return Dated(entry, sequence, _later(known, changed, turn), moved)


def _taken_out(key: str, known: Known, changed: dt.datetime, turn: dt.datetime) -> Dated:
    """The tombstone of an event."""
    kind, _, id = key.partition("-")
    summary = known.summary if known.cancelled else f"Cancelled: {known.summary}"
    gone = "This conflict is no longer reported." if kind == "conflict" else "This is no longer part of the plan."
    entry = Entry(
        kind=kind,
        id=id,
        summary=summary,
        start=known.start,
        end=known.end,
        category=known.category,
        colour="silver",
        status="CANCELLED",
        text=(gone,),
        feeds=frozenset(known.feeds),
        repeat=known.repeat,
    )
    if known.cancelled:
        return Dated(entry, known.sequence, known.modified)
    return Dated(entry, known.sequence + 1, _later(known, changed, turn))


def _later(known: Known, changed: dt.datetime, turn: dt.datetime) -> dt.datetime:
    """When a change was made: with the plan, else when the day turned."""
    return changed if changed > known.modified else max(known.modified, turn)


def _known(dated: Dated) -> Known:
    entry = dated.entry
    return Known(
        digest=digest(entry),
        sequence=dated.sequence,
        modified=dated.modified,
        start=entry.start,
        end=entry.end,
        summary=entry.summary,
        category=entry.category,
        feeds=tuple(sorted(entry.feeds)),
        repeat=entry.repeat,
        moved=dated.moved,
        cancelled=entry.status == "CANCELLED",
    )


def digest(entry: Entry) -> str:
    """A fingerprint of all that an entry says, the same in every process."""
    said = repr(replace(entry, feeds=frozenset())), tuple(sorted(entry.feeds))
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]
