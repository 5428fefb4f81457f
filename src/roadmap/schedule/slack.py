"""Free float, and work as late as possible: how far work can move without moving what needs it."""

from __future__ import annotations

from roadmap.schedule.asks import asks, finish_by
from roadmap.schedule.backward import FAR, Late, early_ends
from roadmap.schedule.forward import Early, ship
from roadmap.schedule.problem import Node, Problem
from roadmap.schedule.work import Work


def settle(problem: Problem, dates: Early, latest: Late) -> list[int]:
    """Move work that is `alap` right before what first needs it, as that is scheduled (in ``dates``, in place), and
    return the free float of every node in working days of its calendar.

    Against the order of the network, so that a chain of `alap` tasks moves together. Work that nothing needs sits at
    its late start.
    """
    nodes = problem.nodes
    finish = early_ends(problem, dates)
    room = [FAR] * len(nodes)  # the latest end with which no successor moves
    free = [0] * len(nodes)
    for position in range(len(nodes) - 1, -1, -1):
        node = nodes[position]
        work = node.work
        if work is not None:
            if work.alap:
                needed = room[position] if room[position] < FAR else latest.end[position]
                own = (finish_by(node, need.boundary) for need in node.needs)
                _delay(dates, position, node, work, min((needed, *own)))
                if not latest.written[position] and latest.end[position] < dates.end[position]:
                    # The early end of its own initiative is no reason to come before it is needed.
                    latest.start[position], latest.end[position] = dates.start[position], dates.end[position]
            limit = room[position] if room[position] < FAR else finish_by(node, finish[node.initiative])
            free[position] = max(_room(dates, position, node, work, limit), 0)
            member_room = FAR
        else:
            member_room = dates.available[position] if node.kind == "launch" else room[position]
        for source, by in asks(problem, dates, node, dates.start[position], dates.end[position]):
            if by < room[source]:
                room[source] = by
        if member_room < FAR:
            for member in node.members:
                room[member] = min(room[member], finish_by(nodes[member], member_room))
    return free


def _room(dates: Early, position: int, node: Node, work: Work, limit: int) -> int:
    """Working days by which work can move to end at ``limit``: those of its start, as total float counts them, where
    its length passes over days off."""
    if work.elapsed and work.actual is None:
        return node.calendar.count(dates.start[position], limit - work.length)
    return node.calendar.count(dates.end[position], limit)


def _delay(dates: Early, position: int, node: Node, work: Work, end: int) -> None:
    """Move a task so that it ends at ``end`` or on the last working day before, if that is later than now."""
    if work.length and not work.elapsed:
        end = node.calendar.strip(end)
    if end <= dates.end[position]:
        return
    dates.end[position] = end
    dates.start[position] = work.start_of(end, node.calendar)
    dates.available[position] = ship(dates, position, work, end)
