"""The rows of the timeline: its items in groups, folded and filtered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from roadmap.findings.finding import SEVERITIES, Severity
from roadmap.tui.filter import Filter
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item

Grouping = Literal["initiative", "team", "train"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

NOBODY = ""
"""The key of the group of what belongs to no team, or ships on no train."""


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
    """``heading``: its own row; ``rows``: those of its items. Both as they are without folding and filter."""

    key: str
    heading: Row
    rows: tuple[Row, ...]


Arrangement = Mapping[Grouping, tuple[Group, ...]]


def arranged(items: Sequence[Item], groupings: Iterable[Grouping], snapshot: Snapshot) -> Arrangement:
    """The groups of some groupings. Takes a while for a large plan: made beside the event loop."""
    return {grouping: grouped(items, grouping, snapshot) for grouping in groupings}


def grouped(items: Iterable[Item], grouping: Grouping, snapshot: Snapshot) -> tuple[Group, ...]:
    """Groups, initiatives in the order of their first day and others by name, each with its items in order of theirs.
    What ships on several trains stands in several groups."""
    members: dict[str, list[Item]] = {}
    for item in items:
        for key in _keys(item, grouping):
            members.setdefault(key, []).append(item)
    for own in members.values():
        own.sort(key=lambda item: (item.first, item.past, item.kind != "task", item.node))
    order = sorted(
        members, key=lambda key: (key == NOBODY, members[key][0].first if grouping == "initiative" else 0, key)
    )
    groups: list[Group] = []
    for key in order:
        rows = tuple(_row(item, key, grouping) for item in members[key])
        groups.append(Group(key, _heading(key, _label(key, grouping, snapshot), rows), rows))
    return tuple(groups)


def rows_of(groups: Iterable[Group], folded: Collection[str], wanted: Filter) -> list[Row]:
    """The rows that are shown: a filter leaves out items that do not fit, and groups without any."""
    shown: list[Row] = []
    for group in groups:
        heading, rows = group.heading, group.rows
        if wanted:
            rows = tuple(row for row in rows if row.item is not None and wanted.fits(row.item.traits))
            if not rows:
                continue
            heading = _heading(group.key, heading.label, rows)
        if group.key in folded:
            shown.append(replace(heading, folded=True))
        else:
            shown.append(heading)
            shown += rows
    return shown


def _keys(item: Item, grouping: Grouping) -> tuple[str, ...]:
    if grouping == "initiative":
        return (item.initiative,)
    if grouping == "team":
        return (item.team or NOBODY,)
    return item.trains or (NOBODY,)


def _row(item: Item, group: str, grouping: Grouping) -> Row:
    label = item.title if grouping == "initiative" else f"{item.title}, {item.initiative_title}"
    return Row(f"{group}|{item.node}|{item.kind}", item.node, label, item, False, item.first, item.past, item.severity)


def _heading(key: str, label: str, rows: Sequence[Row]) -> Row:
    """The row of a group, over those of its items."""
    severities = {row.severity for row in rows}
    return Row(
        key=f"group:{key}",
        node=key,
        label=label,
        first=min(row.first for row in rows),
        past=max(row.past for row in rows),
        severity=next((severity for severity in SEVERITIES if severity in severities), None),
        conflicts=sum(row.severity is not None for row in rows),
        marks=tuple(row.item for row in rows if row.item is not None and row.item.kind != "task"),
    )


def _label(key: str, grouping: Grouping, snapshot: Snapshot) -> str:
    plan = snapshot.plan
    if grouping == "initiative":
        return plan.initiatives[key].title or key
    if key == NOBODY:
        return "no team" if grouping == "team" else "on no train"
    if grouping == "team":
        return (plan.teams[key].name if key in plan.teams else None) or key
    return (plan.trains[key].title if key in plan.trains else None) or key
