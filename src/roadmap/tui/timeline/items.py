"""What stands on the timeline: everything that has dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from roadmap.model.initiative import Campaign, Initiative, Project
from roadmap.model.task import Task
from roadmap.schedule.result import LaunchDates, Schedule, TaskDates
from roadmap.tui.snapshot import Snapshot


@dataclass(slots=True, eq=False)
class Item:
    """A task, a launch, or the deadline of a project. ``first`` and ``past``: the stretch of its bar. ``late``: it
    misses what it is bound by.

    Not frozen, because there are ten thousand of them before the first frame; nobody changes one.
    """

    node: str
    kind: Literal["task", "launch", "deadline"]
    title: str
    initiative: Initiative
    first: int
    past: int
    late: bool
    task: Task | None
    dates: TaskDates | LaunchDates | None

    @property
    def team(self) -> str | None:
        return self.initiative.team if self.task is None else self.task.team

    @property
    def trains(self) -> tuple[str, ...]:
        return () if self.task is None else self.task.ships_on


def in_order(items: Iterable[Item]) -> list[Item]:
    """By their first days."""
    return sorted(items, key=lambda item: (item.first, item.past, item.kind != "task", item.node))


def items_of(snapshot: Snapshot) -> list[Item]:
    """All items of a plan, in order. Takes a while for a large plan: made beside the event loop."""
    schedule = snapshot.schedule
    found: list[Item] = []
    for initiative in snapshot.plan.initiatives.values():
        found += _goals(initiative, schedule)
        for task in initiative.tasks.values():
            dates = schedule.tasks.get(task.id)
            if dates is not None:
                first = dates.first_day.toordinal() if dates.shown_at else dates.start
                past = max(dates.end, dates.available or 0, first + 1)
                title, late = task.title or task.name, dates.total_float < 0
                found.append(Item(task.id, "task", title, initiative, first, past, late, task, dates))
    return in_order(found)


def _goals(initiative: Initiative, schedule: Schedule) -> Iterator[Item]:
    """The launches of a campaign, the deadline of a project."""
    if isinstance(initiative, Campaign):
        for market, node in initiative.launch_ids.items():
            launch = schedule.launches.get(node)
            if launch is not None:
                title = f"Launch in {market}" if market else "Launch"
                late = not launch.met and launch.launched is None
                past = max(launch.written, launch.possible or 0 if late else 0) + 1
                if initiative.ends is not None:
                    past = max(past, initiative.ends.toordinal() + 1)
                yield Item(node, "launch", title, initiative, launch.written, past, late, None, launch)
    elif isinstance(initiative, Project) and initiative.deadline is not None and initiative.id in schedule.ends:
        deadline, end = initiative.deadline.toordinal(), schedule.ends[initiative.id]
        late = end is None or end > deadline + 1
        past = max(deadline + 1, end or 0)
        yield Item(initiative.id, "deadline", "Deadline", initiative, deadline, past, late, None, None)
