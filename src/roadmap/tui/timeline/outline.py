"""Which rows the timeline shows: how they are grouped, which groups are folded, and what a filter leaves."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.tui.filter import Filter
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item, in_order
from roadmap.tui.timeline.rows import GROUPINGS, Group, Grouping, Row, grouped, rows_of
from roadmap.tui.timeline.traits import ItemTraits

Arrangement = Mapping[Grouping, tuple[Group, ...]]
"""Groups that have been made beside the event loop: first those by initiative, later all."""


class Outline:
    """``rows``: what is shown, from top to bottom. Nothing here knows of a screen."""

    def __init__(self) -> None:
        self.grouping: Grouping = "initiative"
        self.filter = Filter()
        self.rows: list[Row] = []
        self._snapshot: Snapshot | None = None
        self._grouped: dict[Grouping, tuple[Group, ...]] = {}
        self._folded: dict[Grouping, set[str]] = {grouping: set() for grouping in GROUPINGS}
        self._folded_found: set[str] = set()
        self._positions: dict[str, int] | None = None

    def show_plan(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        """Another revision; what is over is folded in the first one."""
        first, self._snapshot = self._snapshot is None, snapshot
        self._grouped = {**arrangement}
        if first:
            self._folded["initiative"] = {group.node for group in self._groups if _is_over(group, snapshot.today)}
        self._arrange()

    def show_filter(self, wanted: Filter) -> None:
        """What it finds is shown in folded groups, too."""
        self.filter = wanted
        self._folded_found = set()
        self._arrange()

    def regroup(self) -> None:
        """The next grouping."""
        self.grouping = GROUPINGS[(GROUPINGS.index(self.grouping) + 1) % len(GROUPINGS)]
        self._folded_found = set()
        self._arrange()

    def fold(self, group: str) -> None:
        """Fold or unfold a group."""
        self._closed.symmetric_difference_update({group})
        self._arrange()

    def fold_all(self) -> None:
        """Fold all groups, or unfold all where all are."""
        every = {row.group for row in self.rows}
        if self._closed >= every:
            self._closed.clear()
        else:
            self._closed.update(every)
        self._arrange()

    def unfold(self, group: str) -> None:
        self._closed.discard(group)
        self._arrange()

    @property
    def _closed(self) -> set[str]:
        """The groups that are folded now."""
        return self._folded_found if self.filter else self._folded[self.grouping]

    @property
    def positions(self) -> Mapping[str, int]:
        """Node to the first of its rows, or to that of the folded group that it is in. What stands both in a group and
        is one, as a project with a deadline does, is found in it."""
        if self._positions is None:
            found: dict[str, int] = {}
            groups: dict[str, int] = {}
            for position, row in enumerate(self.rows):
                if isinstance(row.subject, Item):
                    found.setdefault(row.subject.node, position)
                else:
                    groups[row.subject.node] = position
                    for item in row.subject.items if row.folded else ():
                        found.setdefault(item.node, position)
            self._positions = groups | found
        return self._positions

    def position_of(self, row: Row) -> int | None:
        """Where a row of another arrangement is now, or else the same thing in another place."""
        node, key, other = row.node, row.key, None
        for position, shown in enumerate(self.rows):
            if shown.subject.node == node:
                if shown.key == key:
                    return position
                if other is None and isinstance(shown.subject, Item):
                    other = position
        return self.positions.get(node) if other is None else other

    @property
    def _groups(self) -> tuple[Group, ...]:
        if self._snapshot is None:
            return ()
        made = self._grouped.get(self.grouping)
        if made is None:
            items = in_order(item for group in self._grouped["initiative"] for item in group.items)
            made = self._grouped[self.grouping] = grouped(items, self.grouping, self._snapshot.plan)
        return made

    def _arrange(self) -> None:
        snapshot, wanted = self._snapshot, self.filter
        fits = (lambda item: wanted.fits(ItemTraits(item, snapshot))) if wanted and snapshot is not None else None
        self.rows = rows_of(self._groups, self._closed, fits)
        self._positions = None


def _is_over(group: Group, today: int) -> bool:
    """Whether all of a group has come to its end: nobody needs to look at its tasks one by one."""
    return all(item.past <= today and (item.task is None or item.task.status == "done") for item in group.items)
