"""Where the plan says what is selected, and by which names it is found."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.source.nodes import Place
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.rows import Row


def names(snapshot: Snapshot | None) -> Iterator[tuple[str, str]]:
    """Everything that can be gone to: how it is called, and its node."""
    if snapshot is None:
        return
    plan = snapshot.plan
    for initiative in plan.initiatives.values():
        yield f"{initiative.title or initiative.id} ({initiative.id})", initiative.id
    for task in plan.tasks.values():
        yield f"{task.title or task.name} ({task.id})", task.id


def place_of(row: Row, snapshot: Snapshot) -> Place | None:
    """Where a row of the timeline is written."""
    plan = snapshot.plan
    if row.item is not None and row.item.kind == "launch":
        initiative = row.item.initiative
        return initiative.key_at("launches" if initiative.wrote("launches") else "launch")
    for nouns in (plan.tasks, plan.initiatives, plan.teams, plan.trains):
        if row.node in nouns:
            return nouns[row.node].place
    return None
