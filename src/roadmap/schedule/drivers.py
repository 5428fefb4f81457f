"""What makes the start of a task so: the floors and links whose bound is the latest."""

from __future__ import annotations

from typing import Literal, NamedTuple

from roadmap.schedule.forward import Early, arc_bound, moment_bound, pinned_moment, start_for_end
from roadmap.schedule.links import INTO_FINISH, Arc
from roadmap.schedule.problem import Node, Problem
from roadmap.schedule.work import FloorKind, Work
from roadmap.source.nodes import Place


class Driver(NamedTuple):
    """One cause of a start. ``boundary``: the start it asks for, before a move to a working day; ``settled``: after it.
    ``kind`` is a floor's, "link", or "pin" for a pinned finish."""

    boundary: int
    settled: int
    kind: FloorKind | Literal["link"]
    arc: Arc | None
    place: Place | None


_WRITTEN = {"not-before": ("not-before",), "pin": ("start",), "notice": ("request", "asked")}
"""Where a task says what it does not start before."""

_ORDER = ("link", "notice", "not-before", "pin", "start", "today")


def drivers(problem: Problem, dates: Early, node: Node) -> list[Driver]:
    """All causes that share the latest start, the most telling first; none for what is done or under way, and for
    `alap` work that was moved back."""
    work = node.work
    if work is None or work.actual is not None:
        return []
    found = [*_floors(problem, work, node), *(_link(problem, dates, node, work, arc) for arc in node.arcs)]
    latest = max((driver.settled for driver in found), default=0)
    if latest != dates.start[problem.index[node.id]]:
        return []
    # Of those that lead to the same day, the ones with the latest bound explain it; the rest only wait with them.
    causes = [driver for driver in found if driver.settled == latest]
    bound = max(driver.boundary for driver in causes)
    causes = [driver for driver in causes if driver.boundary == bound]
    return sorted(causes, key=lambda driver: _ORDER.index(driver.kind))


def _floors(problem: Problem, work: Work, node: Node) -> list[Driver]:
    found = [
        Driver(
            floor.boundary,
            floor.boundary if work.elapsed else node.calendar.next(floor.boundary),
            floor.kind,
            None,
            _place(problem, node, floor.kind),
        )
        for floor in work.floors
    ]
    if work.end_floor and work.is_milestone:
        found.append(Driver(work.end_floor, pinned_moment(node, work)[0], "pin", None, None))
    elif work.end_floor:
        bound = start_for_end(work.end_floor, node, work)
        found.append(Driver(bound, bound if work.elapsed else node.calendar.next(bound), "pin", None, None))
    return found


def _place(problem: Problem, node: Node, kind: FloorKind) -> Place | None:
    """Where a floor is written."""
    if kind == "start":
        return problem.plan.settings.where("starts")
    return problem.plan.tasks[node.id].where(*_WRITTEN[kind]) if kind in _WRITTEN else None


def _link(problem: Problem, dates: Early, node: Node, work: Work, arc: Arc) -> Driver:
    bound = arc_bound(dates, problem, node, arc)
    if work.is_milestone:
        settled, _ = moment_bound(dates, problem, node, arc)
        bound = min(bound, settled)  # a lead may end before days off
    else:
        if arc.type in INTO_FINISH:
            bound = start_for_end(bound, node, work)
        settled = bound if work.elapsed else node.calendar.next(bound)
    return Driver(bound, settled, "notice" if arc.notice else "link", arc, None)
