"""What a filter may ask of an item of the timeline."""

from __future__ import annotations

from roadmap.schedule.result import TaskDates
from roadmap.tui.filter import Traits
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item


def traits_of(item: Item, snapshot: Snapshot) -> Traits:
    initiative, task, dates = item.initiative, item.task, item.dates
    critical = item.late
    if task is not None and isinstance(dates, TaskDates):
        critical = dates.critical and task.status != "done"
    states = (("late", item.late), ("critical", critical), ("conflict", item.node in snapshot.by_item))
    return Traits(
        f"{item.title} {item.node} {initiative.title or ''}".casefold(),
        {
            "team": (item.team,) if item.team else (),
            "train": item.trains,
            "initiative": (initiative.id,),
            "status": ((initiative if task is None else task).status,),
            "tag": initiative.tags if task is None else (*task.tags, *initiative.tags),
            "code": tuple(finding.code for finding in snapshot.of(item.node)),
        },
        tuple(name for name, holds in states if holds),
    )
