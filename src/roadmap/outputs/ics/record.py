"""The record of what calendars said: a small JSON document beside them, from which the next ones know what moved.

It is read as data that anybody may have written: what does not fit is refused as a whole.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from roadmap.model.values.dates import FIRST_YEAR, LAST_YEAR
from roadmap.model.values.rules import RuleError, read_rule
from roadmap.outputs.ics.entry import Moment, Repeat
from roadmap.outputs.ics.history import Known, Record

VERSION = 1
MAX_CHARACTERS = 50_000_000


class RecordError(Exception):
    """A text is no record of these calendars. The message says why, to stand after a colon."""


def written(record: Record, domain: str) -> str:
    """The record as JSON, one event a line."""
    events = [
        f"  {json.dumps(key)}: {json.dumps(_as_json(known), sort_keys=True)}" for key, known in sorted(record.items())
    ]
    head = f'{{"roadmap-ical": {VERSION}, "domain": {json.dumps(domain)}, "events": {{'
    return "\n".join([head, ",\n".join(events), "}}\n"])


def read(text: str, domain: str, zone: dt.tzinfo) -> Record:
    """The record in a text. ``zone``: of meetings. Raises ``RecordError`` for anything else."""
    try:
        document = json.loads(text) if len(text) <= MAX_CHARACTERS else None
    except (ValueError, RecursionError):
        raise RecordError("it is damaged") from None
    if not isinstance(document, dict) or "roadmap-ical" not in document:
        raise RecordError("it is something else")
    if document["roadmap-ical"] != VERSION:
        raise RecordError("it is of another version of roadmap")
    if document.get("domain") != domain:
        raise RecordError("it is of a plan with another domain")
    try:
        return {str(key): _from_json(known, zone) for key, known in document["events"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise RecordError("it is damaged") from None


def _as_json(known: Known) -> dict[str, Any]:
    return {
        "digest": known.digest,
        "sequence": known.sequence,
        "modified": known.modified.isoformat(),
        "start": _moment_text(known.start),
        "end": _moment_text(known.end),
        "summary": known.summary,
        "category": known.category,
        "feeds": known.feeds,
        "rule": known.repeat and known.repeat.rule,
        "without": [_moment_text(moment) for moment in known.repeat.without] if known.repeat else [],
        "last": known.repeat and known.repeat.last.isoformat(),
        "moved": known.moved,
        "cancelled": known.cancelled,
    }


def _moment_text(moment: Moment) -> str:
    """A day, a time in UTC (`…Z`), or a time on the clock of the plan's zone."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    clock = moment.replace(tzinfo=None).isoformat()
    return f"{clock}Z" if moment.tzinfo is dt.UTC else clock


def _from_json(known: dict[str, Any], zone: dt.tzinfo) -> Known:
    start, end = _moment(known["start"], zone), _moment(known["end"], zone)
    if isinstance(start, dt.datetime) != isinstance(end, dt.datetime) or not start < end:
        raise ValueError
    modified = dt.datetime.fromisoformat(_text(known["modified"]))
    if modified.utcoffset() != dt.timedelta(0):
        raise ValueError
    return Known(
        digest=_text(known["digest"]),
        sequence=_count(known["sequence"]),
        modified=modified.astimezone(dt.UTC),
        start=start,
        end=end,
        summary=_text(known["summary"]),
        category=_text(known["category"]),
        feeds=tuple(map(_text, known["feeds"])),
        repeat=None if known["rule"] is None else _repeat(known, zone),
        moved=None if known["moved"] is None else _text(known["moved"]),
        cancelled=known["cancelled"] is True,
    )


def _repeat(known: dict[str, Any], zone: dt.tzinfo) -> Repeat:
    without = tuple(_moment(text, zone) for text in known["without"])
    if any(isinstance(moment, dt.datetime) != ("T" in known["start"]) for moment in without):
        raise ValueError
    return Repeat(_rule(known["rule"]), without, _day(known["last"]))


def _moment(text: str, zone: dt.tzinfo) -> Moment:
    if "T" not in _text(text):
        return _day(text)
    _day(text.partition("T")[0])
    clock = dt.datetime.fromisoformat(text.removesuffix("Z"))
    if clock.tzinfo is not None:
        raise ValueError
    return clock.replace(tzinfo=dt.UTC if text.endswith("Z") else zone)


def _day(text: str) -> dt.date:
    """A day that a plan can have (see model/values/dates.py)."""
    day = dt.date.fromisoformat(_text(text))
    if not FIRST_YEAR <= day.year <= LAST_YEAR + 1:
        raise ValueError
    return day


def _rule(text: str) -> str:
    try:
        read_rule(_text(text))
    except RuleError:
        raise ValueError from None
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise ValueError
    return value
