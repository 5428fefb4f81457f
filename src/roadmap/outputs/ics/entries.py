"""All events of a plan."""

from __future__ import annotations

from dataclasses import replace

from roadmap.outputs.ics.blackouts import blackout_entries
from roadmap.outputs.ics.conflicts import conflict_entries
from roadmap.outputs.ics.entry import Entry
from roadmap.outputs.ics.hand_offs import hand_off_entries
from roadmap.outputs.ics.launches import launch_entries
from roadmap.outputs.ics.releases import release_entries
from roadmap.outputs.ics.reviews import review_entries
from roadmap.outputs.ics.subject import PAST, Subject
from roadmap.outputs.ics.work import work_entries

_SOURCES = (
    release_entries,
    launch_entries,
    work_entries,
    hand_off_entries,
    blackout_entries,
    review_entries,
    conflict_entries,
)


def all_entries(subject: Subject) -> tuple[Entry, ...]:
    """Every event that is not long over, by key. Relationships lead only to events that there are."""
    since = subject.today - PAST
    found = {entry.key: entry for source in _SOURCES for entry in source(subject) if entry.last_day >= since}
    return tuple(
        replace(entry, relations=tuple(each for each in entry.relations if each.to in found and each.to != key))
        for key, entry in sorted(found.items())
    )
