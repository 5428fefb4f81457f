"""All events of a plan."""

from __future__ import annotations

from dataclasses import replace

from roadmap.outputs.ics.blackouts import blackout_entries
from roadmap.outputs.ics.conflicts import conflict_entries
from roadmap.outputs.ics.entry import Entry, is_long_over
from roadmap.outputs.ics.hand_offs import hand_off_entries, settled
from roadmap.outputs.ics.launches import launch_entries
from roadmap.outputs.ics.releases import release_entries, unlisted
from roadmap.outputs.ics.reviews import review_entries
from roadmap.outputs.ics.subject import Subject
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


def not_cancelled(subject: Subject) -> set[str]:
    """Keys of events that may have gone without having been cancelled."""
    return {*settled(subject), *unlisted(subject)}


def all_entries(subject: Subject) -> tuple[Entry, ...]:
    """Every event, by key, those that are long over included. Relationships lead only to events that are not.

    Sources name things as the plan does now; keys, relationships and feeds have the names that last.
    """
    lasting = subject.lasting
    found = {entry.key: entry for source in _SOURCES for entry in source(subject)}
    shown = {key for key, entry in found.items() if not is_long_over(entry, subject.today)}
    ids = {key: lasting.event(entry.kind, entry.id) for key, entry in found.items()}
    keys = {key: f"{entry.kind}-{ids[key]}" for key, entry in found.items()}
    entries = [
        replace(
            entry,
            id=ids[key],
            relations=tuple(
                replace(each, to=keys[each.to]) for each in entry.relations if each.to in shown and each.to != key
            ),
            feeds=frozenset(map(lasting.feed, entry.feeds)),
        )
        for key, entry in found.items()
    ]
    return tuple(sorted(entries, key=lambda entry: entry.key))
