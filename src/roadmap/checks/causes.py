"""What makes a date so, one step at a time, and which of several conflicts is the root of the others.

Unlike a driving chain, which is written out for one date, these questions are asked of many nodes, and are answered
without a word of text.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.schedule.drivers import Driver


def causes(facts: Facts, position: int) -> list[Driver]:
    """All that makes the start of a task so, the most telling first; none for what is under way, or moved back as
    `alap`. Where no notice is needed, what has not been asked can be asked today, and only today holds it back."""
    from roadmap.schedule.drivers import drivers

    node = facts.problem.nodes[position]
    found = drivers(facts.problem, facts.schedule.moments, node)
    if node.work is not None and not node.work.notice.days:
        return [cause for cause in found if cause.kind != "notice" or cause.arc is not None] or found
    return found


def cause_of(facts: Facts, position: int) -> int | None:
    """The position of the node whose date drives that of another; ``None`` where today, a notice or a date of its
    own does."""
    from roadmap.schedule.problem import MUST

    nodes, moments = facts.problem.nodes, facts.schedule.moments
    node = nodes[position]
    if node.work is not None:
        found = causes(facts, position)
        return found[0].arc.source if found and found[0].arc is not None else None
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
