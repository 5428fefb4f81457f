"""What makes a date so, one step at a time, and which of several conflicts is the root of the others.

Unlike a driving chain, which is written out for one date, these questions are asked of many nodes, and are answered
without a word of text.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.facts import Facts


def cause_of(facts: Facts, position: int) -> int | None:
    """The position of the node whose date drives that of another; ``None`` where today, a notice or a date of its
    own does."""
    from roadmap.schedule.drivers import drivers
    from roadmap.schedule.problem import MUST

    nodes, moments = facts.problem.nodes, facts.schedule.moments
    node = nodes[position]
    if node.work is not None:
        causes = drivers(facts.problem, moments, node)
        return causes[0].arc.source if causes and causes[0].arc is not None else None
    if node.fixed is not None or (node.kind == "launch" and moments.possible[position] <= node.floor):
        return None
    needed = [member for member in node.members if node.kind == "end" or nodes[member].rank == MUST]
    return max(needed, key=lambda member: (moments.available[member], nodes[member].id), default=None)


def roots(facts: Facts, conflicts: Collection[str]) -> dict[str, list[str]]:
    """Conflicts (node ids) that no other conflict drives, each with those that it drives, directly or not.

    Where one thing is late, all that waits for it is late as well: only the first of them is worth a finding.
    """
    nodes, index = facts.problem.nodes, facts.problem.index
    first: dict[int | None, str | None] = {None: None}  # position to the first conflict up to there
    found: dict[str, list[str]] = {}
    for conflict in conflicts:
        path: list[int] = []
        position: int | None = index[conflict]
        while position not in first:
            assert position is not None
            path.append(position)
            position = cause_of(facts, position)
        root = first[position]
        for position in reversed(path):
            if root is None and nodes[position].id in conflicts:
                root = nodes[position].id
            first[position] = root
        told = found.setdefault(first[index[conflict]] or conflict, [])
        if first[index[conflict]] != conflict:
            told.append(conflict)
    return found
