"""From entries to the bytes of events. Each is written once and shared by the feeds that show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from roadmap.outputs.ics import library
from roadmap.outputs.ics.entry import Entry
from roadmap.outputs.ics.history import Dated
from roadmap.outputs.ics.plain_text import one_line

_DAY_BEFORE = dt.timedelta(hours=15)
"""Nine in the morning of the day before an all-day event."""

_HOURS_BEFORE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Written:
    """An event, and what feeds have to know of it."""

    entry: Entry
    modified: dt.datetime
    content: bytes


def write(dated: Dated, domain: str, alarms: bool = False) -> Written:
    """The event with its uid, a function of its kind and id only."""
    entry = dated.entry
    event = library.event()
    library.text(event, "UID", uid(entry.key, domain))
    # RFC 5545, 3.8.7.2: without METHOD, DTSTAMP is when the event was last changed.
    library.moment(event, "DTSTAMP", dated.modified)
    library.moment(event, "LAST-MODIFIED", dated.modified)
    library.number(event, "SEQUENCE", dated.sequence)
    library.text(event, "SUMMARY", one_line(entry.summary))
    text = "\n\n".join(([dated.moved] if dated.moved else []) + list(entry.text))
    if text:
        library.text(event, "DESCRIPTION", text)
    library.moment(event, "DTSTART", entry.start)
    library.moment(event, "DTEND", entry.end)
    if entry.repeat is not None:
        library.rule(event, entry.repeat.rule)
        if entry.repeat.without:
            library.moments(event, "EXDATE", entry.repeat.without)
    library.text(event, "STATUS", entry.status)
    library.text(event, "TRANSP", "OPAQUE" if entry.busy else "TRANSPARENT")
    library.text(event, "CATEGORIES", entry.category)
    library.text(event, "COLOR", entry.colour)
    for relation in entry.relations:
        gap = {"gap": f"{'-' if relation.gap < 0 else ''}P{abs(relation.gap)}D"} if relation.gap else {}
        library.text(event, "RELATED-TO", uid(relation.to, domain), reltype=relation.kind, **gap)
    if entry.url:
        library.uri(event, "URL", entry.url, said=False)
        library.uri(event, "LINK", entry.url, linkrel="describedby")
    if entry.conference:
        library.uri(event, "CONFERENCE", entry.conference, label=one_line(entry.summary))
    if alarms and entry.remind and entry.status != "CANCELLED":
        before = _HOURS_BEFORE if isinstance(entry.start, dt.datetime) else _DAY_BEFORE
        event.add_component(library.alarm(entry.summary, before))
    return Written(entry, dated.modified, library.content(event))


def uid(key: str, domain: str) -> str:
    return f"{key}@{domain}"
