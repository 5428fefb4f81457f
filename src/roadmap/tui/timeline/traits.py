"""What a filter may ask of an item of the timeline: worked out when it asks, ten thousand times for each letter."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from roadmap.schedule.result import TaskDates
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item


class ItemTraits(NamedTuple):
    item: Item
    snapshot: Snapshot

    @property
    def text(self) -> str:
        item = self.item
        return f"{item.title} {item.node} {item.initiative.title or ''}".casefold()

    @property
    def states(self) -> Collection[str]:
        item, task, dates = self.item, self.item.task, self.item.dates
        critical = item.late
        if task is not None and isinstance(dates, TaskDates):
            critical = dates.critical and task.status != "done"
        found = (("late", item.late), ("critical", critical), ("conflict", item.node in self.snapshot.by_item))
        return tuple(name for name, holds in found if holds)

    def of(self, name: str) -> Collection[str]:
        item, task, initiative = self.item, self.item.task, self.item.initiative
        if name == "team":
            return (item.team,) if item.team else ()
        if name == "train":
            return item.trains
        if name == "initiative":
            return (initiative.id,)
        if name == "status":
            return ((initiative if task is None else task).status,)
        if name == "tag":
            return initiative.tags if task is None else (*task.tags, *initiative.tags)
        return tuple(finding.code for finding in self.snapshot.of(item.node))
