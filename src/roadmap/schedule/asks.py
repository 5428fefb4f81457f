"""What a node asks of those it waits for: the latest end of their work with which its own dates hold.

Used with late dates for the backward pass, and with scheduled dates for free float and for work as late as possible.
"""

from __future__ import annotations

from roadmap.model.workdays import Workdays
from roadmap.schedule.forward import Early, leaves_at_end
from roadmap.schedule.links import FROM_START, INTO_FINISH, Arc, finish_bound_back, unlagged
from roadmap.schedule.problem import Node, Problem


def asks(problem: Problem, dates: Early, node: Node, start: int, end: int) -> list[tuple[int, int]]:
    """(position of a predecessor, latest boundary of its end), for each link into a node with the given ``start`` and
    ``end``. ``dates`` tell on which side of the day milestones are. What is done or under way asks nothing."""
    own = node.work
    if own is not None and own.actual is not None:
        return []
    nodes = problem.nodes
    moved = own is not None and own.is_milestone and not node.calendar.works(start)
    found = []
    for arc in node.arcs:
        kind = arc.type
        source = nodes[arc.source]
        work = source.work
        if kind in INTO_FINISH:
            bound = _asked_of_finish(source, node, arc, end)
        else:
            bound = _latest_moment(arc, start, node.calendar, leaves_at_end(dates, problem, arc)) if moved else start
            if arc.lag:
                bound = unlagged(bound, arc.lag, arc.elapsed, node.calendar)
        if work is not None:
            if kind in FROM_START:
                if work.actual is not None:
                    continue  # it has begun: its end is nothing to those who wait for its start
                bound = _end_for_start(source, bound)
            elif work.trains and not arc.work:
                bound = finish_by(source, bound)
        found.append((arc.source, bound))
    return found


def _latest_moment(arc: Arc, late: int, calendar: Workdays, leaves_at_end: bool) -> int:
    """The latest boundary that a link may give to a milestone that must be reached by ``late``, the start of a day
    off: one at the start of a day is moved to the next working day, which is too late."""
    if not leaves_at_end:
        return calendar.backward(late, 1)
    if arc.lag and arc.elapsed:
        return calendar.strip(late)
    return calendar.next(late) if arc.lag < 0 else late


def _asked_of_finish(source: Node, node: Node, arc: Arc, end: int) -> int:
    return finish_bound_back(
        end,
        arc,
        None if source.work is not None and source.work.elapsed else source.calendar,
        None if node.work is not None and node.work.elapsed else node.calendar,
        node.calendar,
    )


def finish_by(node: Node, needed: int) -> int:
    """The latest end of a task's work with which it is available at ``needed``: for shipped work the gate of the last
    usable release on or before that day; before the first release, as long before as that one's gate. Work that ships
    on several trains must catch each of them."""
    work = node.work
    if work is None or not work.trains:
        return needed
    latest = needed
    for timetable in work.trains:
        by = timetable.finish_by(needed)
        latest = min(latest, by if by is not None else needed - timetable.lead())
    return latest


def _end_for_start(node: Node, start: int) -> int:
    """The end of work that starts at ``start`` or on the last working day before."""
    assert node.work is not None
    if node.work.length == 0:
        return start
    if not node.work.elapsed:
        start = node.calendar.backward(start + 1, 1)
    return node.work.end_of(start, node.calendar)
