"""The backward pass: the latest dates that keep every written day, and what bounds them.

What a launch can do without does not hurry what it cannot: there is one pass for what musts ask for, one for what
shoulds ask for as well, and one for all (as far as the plan uses these ranks). A task takes its late dates from the
pass of its own rank.
"""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.schedule.asks import asks, finish_by
from roadmap.schedule.forward import Early
from roadmap.schedule.problem import Problem

FAR = 1 << 40
"""Later than every boundary: not bound."""


@dataclass(slots=True)
class Late:
    """``start`` and ``end`` of the work by position (``FAR`` for moments that nothing bounds); ``bound``: what bounds
    them, for reading ("launch spring-sale"); ``written``: whether that is a written day."""

    start: list[int]
    end: list[int]
    bound: list[str]
    written: list[bool]


def late(problem: Problem, dates: Early) -> Late:
    """Late dates of all nodes."""
    ranks = sorted({node.rank for node in problem.nodes})
    passes = [(rank, _late_for(problem, dates, rank)) for rank in ranks]
    if not passes:
        return Late([], [], [], [])
    (_, merged), *others = passes
    for rank, found in others:
        for position, node in enumerate(problem.nodes):
            if node.rank == rank:
                merged.start[position] = found.start[position]
                merged.end[position] = found.end[position]
                merged.bound[position] = found.bound[position]
                merged.written[position] = found.written[position]
    return merged


def _late_for(problem: Problem, dates: Early, rank: int) -> Late:
    """One pass against the order of the network, for what tasks up to ``rank`` ask for. Of two that ask for the same
    day, the written one bounds."""
    nodes, finish = problem.nodes, dates.finish
    count = len(nodes)
    start, end = [FAR] * count, [FAR] * count
    bound = [""] * count
    written = [False] * count
    for position in range(count - 1, -1, -1):
        node = nodes[position]
        work = node.work
        latest, label, hard = end[position], bound[position], written[position]
        for need in node.needs:
            by = finish_by(node, need.boundary)
            if by < latest or (by == latest and not hard):
                latest, label, hard = by, need.label, True
        if work is not None and not hard and node.rank <= rank:
            by = finish_by(node, finish[node.initiative])
            if by < latest:
                latest, label = by, f"end {node.initiative}"
        if latest == FAR:
            continue
        begin = latest
        if work is not None and work.length:
            if not work.elapsed:
                latest = node.calendar.strip(latest)
            begin = work.start_of(latest, node.calendar)
        start[position], end[position], bound[position], written[position] = begin, latest, label, hard
        for source, by in asks(problem, dates, node, begin, latest):
            if by < end[source] or (by == end[source] and hard > written[source]):
                end[source], bound[source], written[source] = by, label, hard
        for member in node.members if node.fixed is None else ():  # what was launched waits for nothing any more
            if node.kind == "end" or nodes[member].rank <= rank:
                by = finish_by(nodes[member], latest)
                if by < end[member] or (by == end[member] and hard > written[member]):
                    end[member], bound[member], written[member] = by, label, hard
    return Late(start, end, bound, written)
