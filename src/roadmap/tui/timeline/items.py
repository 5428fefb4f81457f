"""What stands on the timeline: everything that has dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from roadmap.findings.finding import Severity
from roadmap.model.initiative import Campaign, Initiative, Project
from roadmap.model.task import Task
from roadmap.network import launch_nodes
from roadmap.schedule.result import LaunchDates, TaskDates
from roadmap.tui.filter import Traits
from roadmap.tui.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Item:
    """A task, a launch, or the deadline of a project. ``first`` and ``past``: the stretch of its bar.

    ``teams`` and ``trains``: in whose groups it stands.
    """

    node: str
    kind: Literal["task", "launch", "deadline"]
    title: str
    initiative: str
    initiative_title: str
    team: str | None
    trains: tuple[str, ...]
    first: int
    past: int
    task: Task | None
    dates: TaskDates | LaunchDates | None
    severity: Severity | None
    traits: Traits


def items_of(snapshot: Snapshot) -> tuple[Item, ...]:
    """All items of a plan. Takes a while for a large plan: made beside the event loop."""
    plan, schedule = snapshot.plan, snapshot.schedule
    found: list[Item] = []
    for initiative in plan.initiatives.values():
        found += _goals(initiative, snapshot)
        for task in initiative.tasks.values():
            dates = schedule.tasks.get(task.id)
            if dates is not None:
                found.append(_task(task, dates, initiative, snapshot))
    return tuple(found)


def _task(task: Task, dates: TaskDates, initiative: Initiative, snapshot: Snapshot) -> Item:
    states = _states(snapshot, task.id, dates.total_float < 0, dates.critical and task.status != "done")
    title = task.title or task.name
    first = dates.first_day.toordinal() if dates.shown_at else dates.start
    return Item(
        task.id,
        "task",
        title,
        initiative.id,
        initiative.title or initiative.id,
        task.team,
        task.ships_on,
        first,
        max(dates.end, dates.available or 0, first + 1),
        task,
        dates,
        snapshot.worst(task.id),
        Traits(
            f"{title} {task.id} {initiative.title or ''}".casefold(),
            {
                "team": (task.team,) if task.team else (),
                "train": task.ships_on,
                "initiative": (initiative.id,),
                "status": (task.status,),
                "tag": (*task.tags, *initiative.tags),
                "code": tuple(finding.code for finding in snapshot.of(task.id)),
            },
            states,
        ),
    )


def _goals(initiative: Initiative, snapshot: Snapshot) -> Iterator[Item]:
    """The launches of a campaign, the deadline of a project."""
    if isinstance(initiative, Campaign):
        for market, node in launch_nodes(initiative).items():
            launch = snapshot.schedule.launches.get(node)
            if launch is not None:
                title = f"Launch in {market}" if market else "Launch"
                late = not launch.met and launch.launched is None
                past = max(launch.written, launch.possible or 0 if late else 0) + 1
                if initiative.ends is not None:
                    past = max(past, initiative.ends.toordinal() + 1)
                yield _goal(node, "launch", title, initiative, launch.written, past, launch, late, snapshot)
    elif (
        isinstance(initiative, Project) and initiative.deadline is not None and initiative.id in snapshot.schedule.ends
    ):
        deadline, end = initiative.deadline.toordinal(), snapshot.schedule.ends[initiative.id]
        late = end is None or end > deadline + 1
        past = max(deadline + 1, end or 0)
        yield _goal(initiative.id, "deadline", "Deadline", initiative, deadline, past, None, late, snapshot)


def _goal(
    node: str,
    kind: Literal["launch", "deadline"],
    title: str,
    initiative: Initiative,
    first: int,
    past: int,
    dates: LaunchDates | None,
    late: bool,
    snapshot: Snapshot,
) -> Item:
    values = {
        "team": (initiative.team,) if initiative.team else (),
        "initiative": (initiative.id,),
        "status": (initiative.status,),
        "tag": initiative.tags,
        "code": tuple(finding.code for finding in snapshot.of(node)),
    }
    text = f"{title} {node} {initiative.title or ''}".casefold()
    traits = Traits(text, values, _states(snapshot, node, late, late))
    severity = snapshot.worst(node)
    return Item(
        node,
        kind,
        title,
        initiative.id,
        initiative.title or initiative.id,
        initiative.team,
        (),
        first,
        past,
        None,
        dates,
        severity,
        traits,
    )


def _states(snapshot: Snapshot, node: str, late: bool, critical: bool) -> tuple[str, ...]:
    named = (("late", late), ("critical", critical), ("conflict", node in snapshot.by_item))
    return tuple(name for name, holds in named if holds)
