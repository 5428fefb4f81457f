"""The rows of the timeline: everything that has dates, in groups, folded and filtered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from roadmap.findings.finding import SEVERITIES, Severity
from roadmap.model.initiative import Campaign, Initiative, Project
from roadmap.model.task import Task
from roadmap.network import launch_nodes
from roadmap.schedule.result import LaunchDates, TaskDates
from roadmap.tui.filter import Filter, Traits
from roadmap.tui.snapshot import Snapshot

Grouping = Literal["initiative", "team", "train"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

NOBODY = ""
"""The key of the group of what belongs to no team, or ships on no train."""


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


@dataclass(frozen=True, slots=True)
class Row:
    """``item`` is ``None`` for a group. ``key`` tells rows apart; ``node`` is what the row is about. ``conflicts``
    counts the items with findings. ``marks``: items of a group that are marked on its own line."""

    key: str
    node: str
    label: str
    item: Item | None = None
    folded: bool = False
    first: int = 0
    past: int = 0
    severity: Severity | None = None
    conflicts: int = 0
    marks: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    label: str
    items: tuple[Item, ...]
    text: str


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


def grouped(items: Iterable[Item], grouping: Grouping, snapshot: Snapshot) -> tuple[Group, ...]:
    """Groups in the order of their first day, each with its items in order of theirs. What ships on several trains
    stands in several groups."""
    members: dict[str, list[Item]] = {}
    for item in items:
        for key in _keys(item, grouping):
            members.setdefault(key, []).append(item)
    for own in members.values():
        own.sort(key=lambda item: (item.first, item.past, item.kind != "task", item.node))
    order = sorted(
        members, key=lambda key: (key == NOBODY, members[key][0].first if grouping == "initiative" else 0, key)
    )
    return tuple(
        Group(key, label := _label(key, grouping, snapshot), tuple(members[key]), f"{label} {key}".casefold())
        for key in order
    )


def _keys(item: Item, grouping: Grouping) -> tuple[str, ...]:
    if grouping == "initiative":
        return (item.initiative,)
    if grouping == "team":
        return (item.team or NOBODY,)
    return item.trains or (NOBODY,)


def _label(key: str, grouping: Grouping, snapshot: Snapshot) -> str:
    plan = snapshot.plan
    if grouping == "initiative":
        return plan.initiatives[key].title or key
    if key == NOBODY:
        return "no team" if grouping == "team" else "on no train"
    if grouping == "team":
        return (plan.teams[key].name if key in plan.teams else None) or key
    return (plan.trains[key].title if key in plan.trains else None) or key


def rows_of(groups: Iterable[Group], grouping: Grouping, folded: Collection[str], wanted: Filter) -> list[Row]:
    """The rows that are shown: a filter leaves out items that do not fit, and groups without any."""
    rows: list[Row] = []
    for group in groups:
        items = [item for item in group.items if wanted.fits(item.traits)] if wanted else list(group.items)
        if not items:
            continue
        closed = group.key in folded
        severities = {item.severity for item in items}
        rows.append(
            Row(
                key=f"{grouping}:{group.key}",
                node=group.key,
                label=group.label,
                folded=closed,
                first=min(item.first for item in items),
                past=max(item.past for item in items),
                severity=next((severity for severity in SEVERITIES if severity in severities), None),
                conflicts=sum(item.severity is not None for item in items),
                marks=tuple(item for item in items if item.kind != "task"),
            )
        )
        if not closed:
            rows += [
                Row(
                    f"{group.key}|{item.node}|{item.kind}",
                    item.node,
                    item.title if grouping == "initiative" else f"{item.title}, {item.initiative_title}",
                    item,
                    False,
                    item.first,
                    item.past,
                    item.severity,
                )
                for item in items
            ]
    return rows
