"""The rows of the timeline: its items in groups, folded and filtered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from roadmap.findings.finding import SEVERITIES, Severity
from roadmap.model.plan import Plan
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item

Grouping = Literal["initiative", "team", "train"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

NOBODY = ""
"""The key of the group of what belongs to no team, or ships on no train."""


@dataclass(slots=True, eq=False)
class Group:
    """``node``: an initiative, a team or a train, or ``NOBODY``. ``rows``: those of its items, without its own."""

    node: str
    label: str
    first: int
    past: int
    rows: tuple[Row, ...]

    @property
    def items(self) -> Iterator[Item]:
        return (row.subject for row in self.rows if isinstance(row.subject, Item))

    @property
    def goals(self) -> Iterator[Item]:
        """What is marked on the row of the group itself: launches and deadlines."""
        return (item for item in self.items if item.kind != "task")

    def conflicts(self, snapshot: Snapshot) -> int:
        """How many items have findings."""
        return sum(item.node in snapshot.by_item for item in self.items)


class Row(NamedTuple):
    """``group``: the key of the group in which it stands, or which it is."""

    group: str
    subject: Item | Group
    label: str
    folded: bool = False

    @property
    def item(self) -> Item | None:
        """``None`` for the row of a group."""
        return self.subject if isinstance(self.subject, Item) else None

    @property
    def node(self) -> str:
        """What it is about."""
        return self.subject.node

    @property
    def key(self) -> tuple[str, str]:
        """Tells it from other rows, in other revisions, too."""
        return (self.group, f"{self.subject.kind} {self.subject.node}" if isinstance(self.subject, Item) else "")

    @property
    def first(self) -> int:
        return self.subject.first

    @property
    def past(self) -> int:
        return self.subject.past

    def severity(self, snapshot: Snapshot) -> Severity | None:
        """Of the worst finding about it, or about any item of the group."""
        if isinstance(self.subject, Item):
            return snapshot.worst(self.node)
        found = {snapshot.worst(item.node) for item in self.subject.items}
        return next((severity for severity in SEVERITIES if severity in found), None)


def grouped(items: Iterable[Item], grouping: Grouping, plan: Plan) -> tuple[Group, ...]:
    """Groups of items that are in order, initiatives in the order of their first day and others by name. What ships on
    several trains stands in several groups."""
    members: dict[str, list[Item]] = {}
    for item in items:
        for key in _keys(item, grouping):
            members.setdefault(key, []).append(item)
    order = sorted(
        members, key=lambda key: (key == NOBODY, members[key][0].first if grouping == "initiative" else 0, key)
    )
    return tuple(
        _group(key, _label(key, grouping, plan), tuple(_row(item, key, grouping) for item in members[key]))
        for key in order
    )


def rows_of(groups: Iterable[Group], folded: Collection[str], fits: Callable[[Item], bool] | None = None) -> list[Row]:
    """The rows that are shown: a filter leaves out items that do not fit, and groups without any."""
    shown: list[Row] = []
    for group in groups:
        if fits is not None:
            rows = tuple(row for row in group.rows if row.item is not None and fits(row.item))
            if not rows:
                continue
            group = _group(group.node, group.label, rows)
        closed = group.node in folded
        shown.append(Row(group.node, group, group.label, closed))
        if not closed:
            shown += group.rows
    return shown


def _group(key: str, label: str, rows: tuple[Row, ...]) -> Group:
    return Group(key, label, min(row.subject.first for row in rows), max(row.subject.past for row in rows), rows)


def _row(item: Item, group: str, grouping: Grouping) -> Row:
    named = grouping == "initiative"
    return Row(group, item, item.title if named else f"{item.title}, {item.initiative.title or item.initiative.id}")


def _keys(item: Item, grouping: Grouping) -> tuple[str, ...]:
    if grouping == "initiative":
        return (item.initiative.id,)
    if grouping == "team":
        return (item.team or NOBODY,)
    return item.trains or (NOBODY,)


def _label(key: str, grouping: Grouping, plan: Plan) -> str:
    if grouping == "initiative":
        return plan.initiatives[key].title or key
    if key == NOBODY:
        return "no team" if grouping == "team" else "on no train"
    if grouping == "team":
        return (plan.teams[key].name if key in plan.teams else None) or key
    return (plan.trains[key].title if key in plan.trains else None) or key
