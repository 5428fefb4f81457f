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


def causes_of(facts: Facts, position: int) -> list[int]:
    """The positions of the nodes whose dates drive that of another, all that share the latest day, the most telling
    first; none where today, a notice or a date of its own does."""
    moments = facts.schedule.moments
    node = facts.problem.nodes[position]
    if node.work is not None:
        found = causes(facts, position)
        own = not found or found[0].arc is None
        return [] if own else [cause.arc.source for cause in found if cause.arc is not None]
    if node.fixed is not None or (node.kind == "launch" and moments.possible[position] <= node.floor):
        return []
    return last_needed(facts, position)


def last_needed(facts: Facts, position: int) -> list[int]:
    """What a launch or an end has to wait for the longest: of a launch, only what it must have."""
    from roadmap.schedule.problem import MUST

    nodes, available = facts.problem.nodes, facts.schedule.moments.available
    node = nodes[position]
    needed = [member for member in node.members if node.kind == "end" or nodes[member].rank == MUST]
    latest = max((available[member] for member in needed), default=0)
    last = [member for member in needed if available[member] == latest]
    return sorted(last, key=lambda member: nodes[member].id, reverse=True)


def cause_of(facts: Facts, position: int) -> int | None:
    """The first of them."""
    return next(iter(causes_of(facts, position)), None)


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
