"""Work as late as possible, and free float: how far work can move without moving what needs it."""

from __future__ import annotations

from roadmap.schedule.asks import asks, finish_by
from roadmap.schedule.backward import FAR, Late
from roadmap.schedule.forward import Early, ship
from roadmap.schedule.problem import Node, Problem
from roadmap.schedule.result import Schedule
from roadmap.schedule.work import Work


def settle(problem: Problem, dates: Early, latest: Late) -> None:
    """Move work that is `alap` right before what first needs it, as that is scheduled (in ``dates``, in place).

    Against the order of the network, so that a chain of `alap` tasks moves together. Work that nothing needs sits at
    its late start.
    """
    nodes = problem.nodes
    movable = {position for position, node in enumerate(nodes) if node.work is not None and node.work.alap}
    if not movable:
        return
    needed = movable | {position for position, node in enumerate(nodes) if node.kind == "end"}  # ends hand on
    needing = {position for position, node in enumerate(nodes) for arc in node.arcs if arc.source in needed}
    needing |= {position for position, node in enumerate(nodes) if not needed.isdisjoint(node.members)}
    room = [FAR] * len(nodes)
    for position in sorted(movable | needing, reverse=True):
        node = nodes[position]
        if node.work is not None and node.work.alap:
            end = room[position] if room[position] < FAR else latest.end[position]
            own = (finish_by(node, need.boundary) for need in node.needs)
            _delay(dates, position, node, node.work, min((end, *own)))
            if not latest.written[position] and latest.end[position] < dates.end[position]:
                # The early end of its own initiative is no reason to come before it is needed.
                latest.start[position], latest.end[position] = dates.start[position], dates.end[position]
        _leave(problem, dates, position, room)


def free_floats(problem: Problem, schedule: Schedule) -> dict[str, int]:
    """Task to its free float in working days of its calendar: never negative, and no more than its total float."""
    nodes, dates = problem.nodes, schedule.moments
    room = [FAR] * len(nodes)
    free: dict[str, int] = {}
    for position in range(len(nodes) - 1, -1, -1):
        node = nodes[position]
        work = node.work
        if work is not None:
            limit = room[position] if room[position] < FAR else finish_by(node, dates.finish[node.initiative])
            free[node.id] = max(min(_room(dates, position, node, work, limit), schedule.tasks[node.id].total_float), 0)
        _leave(problem, dates, position, room)
    return free


def _leave(problem: Problem, dates: Early, position: int, room: list[int]) -> None:
    """Lower ``room``, the latest end of each node with which nothing moves that waits for it, to what one node leaves
    to those that it waits for."""
    node = problem.nodes[position]
    for source, by in asks(problem, dates, node, dates.start[position], dates.end[position]):
        if by < room[source]:
            room[source] = by
    needed = dates.available[position] if node.kind == "launch" else room[position]
    if needed < FAR:
        for member in node.members:
            room[member] = min(room[member], finish_by(problem.nodes[member], needed))


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
    dates.available[position] = ship(dates, position, work, end) if work.trains else end
