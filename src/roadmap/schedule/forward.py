"""The forward pass: the earliest dates that meet every link, floor, calendar, notice and train."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.schedule.links import FF, FS, INTO_FINISH, SF, SS, Arc, finish_bound, lagged
from roadmap.schedule.problem import MUST, Node, Problem
from roadmap.schedule.work import Work


@dataclass(slots=True)
class Early:
    """Boundaries by position in the problem. ``start`` and ``end`` of the work; ``available`` to users (equal to
    ``end`` for what does not ship); ``at_end``: whether a moment is the end of the day before its boundary (people
    see a milestone there). ``carriers``: for shipped work, the index of the release in each of its timetables.
    ``never``: what rests on work that no release can carry; its dates are as if that work were available when
    finished. ``possible``: position of a launch to the boundary that its musts allow; today at the earliest.
    ``finish``: initiative to the boundary at which all that it plans is available and launched, before work is moved
    to be as late as possible."""

    start: list[int]
    end: list[int]
    available: list[int]
    at_end: list[bool]
    carriers: dict[int, tuple[int | None, ...]]
    never: set[int]
    possible: dict[int, int]
    finish: dict[str, int]


def early(problem: Problem) -> Early:
    """One pass in topological order."""
    count = len(problem.nodes)
    dates = Early([0] * count, [0] * count, [0] * count, [False] * count, {}, set(), {}, {})
    finish = dates.finish
    for position, node in enumerate(problem.nodes):
        if node.work is not None:
            available = _place_task(dates, problem, position, node, node.work)
        else:
            available = _place_goal(dates, problem, position, node)
        if node.initiative and available > finish.get(node.initiative, 0):
            finish[node.initiative] = available
    return dates


def _place_goal(dates: Early, problem: Problem, position: int, node: Node) -> int:
    """Launches, ends, releases and cut-offs: moments."""
    bound, at_end = node.fixed, node.at_end
    if node.kind == "launch":
        latest = problem.today
        for member in node.members:
            if problem.nodes[member].rank == MUST:
                latest = max(latest, dates.available[member])
                if member in dates.never:
                    dates.never.add(position)
        workday = node.calendar.next(latest)
        latest = min(workday, node.floor) if latest <= node.floor else workday
        dates.possible[position] = latest
        bound = max(latest, node.floor) if bound is None else bound
    elif node.kind == "end":
        bound = 0
        for member in node.members:
            if member in dates.never:
                dates.never.add(position)
            if dates.available[member] > bound:
                bound, at_end = dates.available[member], available_at_end(dates, problem, member)
        bound = bound or problem.today
    assert bound is not None
    dates.start[position] = dates.end[position] = dates.available[position] = bound
    dates.at_end[position] = at_end
    return bound


def _place_task(dates: Early, problem: Problem, position: int, node: Node, work: Work) -> int:
    """Tells when it is available."""
    if work.actual is not None:
        start, end = work.actual
        dates.at_end[position] = start == end
    else:
        if dates.never and any(arc.source in dates.never for arc in node.arcs):
            dates.never.add(position)
        if work.length or work.elapsed:
            start = work_start(dates, problem, node, work)
            end = work.end_of(start, node.calendar)
        else:
            start, dates.at_end[position] = milestone_moment(dates, problem, node, work)
            end = start
    dates.start[position], dates.end[position] = start, end
    available = dates.available[position] = ship(dates, position, work, end) if work.trains else end
    return available


def ship(dates: Early, position: int, work: Work, end: int) -> int:
    """When users have shipped work; the end of the work for what no release can carry."""
    carriers = tuple(
        timetable.carrier(end, pinned) for timetable, pinned in zip(work.trains, work.pinned_releases, strict=True)
    )
    dates.carriers[position] = carriers
    available = end
    for timetable, carrier in zip(work.trains, carriers, strict=True):
        if carrier is not None:
            available = max(available, timetable.days[carrier])
        elif work.progress != "done":
            dates.never.add(position)
    return available


def work_start(dates: Early, problem: Problem, node: Node, work: Work) -> int:
    """The earliest start of work: a boundary, on a working day unless the work is elapsed."""
    calendar = node.calendar
    bound = 0
    for floor in work.floors:
        if floor.boundary > bound:
            bound = floor.boundary
    for arc in node.arcs:
        if arc.type == FS and not arc.lag:  # as nearly all links are
            allowed = dates.end[arc.source] if arc.work else dates.available[arc.source]
        else:
            allowed = arc_bound(dates, problem, node, arc)
            if arc.type in INTO_FINISH:
                allowed = start_for_end(allowed, node, work)
        if allowed > bound:
            bound = allowed
    if work.end_floor:
        bound = max(bound, start_for_end(work.end_floor, node, work))
    return bound if work.elapsed else calendar.next(bound)


def start_for_end(end: int, node: Node, work: Work) -> int:
    """The earliest start of work that ends at ``end`` or, where it cannot end just there, at the first boundary
    after."""
    if work.elapsed:
        return end - work.length
    calendar = node.calendar
    return calendar.backward(end if calendar.works(end - 1) else calendar.next(end) + 1, work.length)


def arc_bound(dates: Early, problem: Problem, node: Node, arc: Arc) -> int:
    """The boundary that a link allows: of the start (FS, SS) or of the end (FF, SF)."""
    source = arc.source
    if arc.type == FS or arc.type == FF:
        boundary = dates.end[source] if arc.work else dates.available[source]
    else:
        boundary = dates.start[source]
    if arc.type == FS or arc.type == SS:
        return lagged(boundary, arc.lag, arc.elapsed, node.calendar) if arc.lag else boundary
    before = problem.nodes[source]
    return finish_bound(
        boundary,
        arc,
        None if before.work is not None and before.work.elapsed else before.calendar,
        None if node.work is not None and node.work.elapsed else node.calendar,
        node.calendar,
    )


def milestone_moment(dates: Early, problem: Problem, node: Node, work: Work) -> tuple[int, bool]:
    """(boundary, whether it is the end of the day before). A moment at the start of a day is moved to a working day;
    one at the end of a day stays where the work ended. Where both fall together, a date of its own shows at the
    start."""
    best, at_end = 0, False
    for floor in work.floors:
        best = max(best, node.calendar.next(floor.boundary))
    if work.end_floor:
        boundary, end = pinned_moment(node, work)
        if boundary > best:
            best, at_end = boundary, end
    for arc in node.arcs:
        boundary, end = moment_bound(dates, problem, node, arc)
        if boundary > best:
            best, at_end = boundary, end
        elif boundary == best and not end:
            at_end = False
    return best, at_end


def pinned_moment(node: Node, work: Work) -> tuple[int, bool]:
    """A pinned finish of a milestone is the end of its day if that is worked, else the start of the next that is."""
    worked = node.calendar.works(work.end_floor - 1)
    return (work.end_floor, True) if worked else (node.calendar.next(work.end_floor), False)


def moment_bound(dates: Early, problem: Problem, node: Node, arc: Arc) -> tuple[int, bool]:
    """What a link asks of a milestone: (boundary, whether it is the end of the day before)."""
    boundary = arc_bound(dates, problem, node, arc)
    if arc.type == FF or arc.type == SF:
        return boundary, True
    calendar = node.calendar
    end = leaves_at_end(dates, problem, arc)
    if end and arc.lag:
        if not arc.elapsed:
            return calendar.strip(boundary), True  # a day before the end of Monday is the end of Friday
        end = calendar.works(boundary - 1)
    return (boundary, True) if end else (calendar.next(boundary), False)


def leaves_at_end(dates: Early, problem: Problem, arc: Arc) -> bool:
    """Whether what an FS or SS link leaves from is the end of a day. Notice is counted from the day after."""
    if arc.notice:
        return False
    if arc.type == FS and not arc.work:
        return available_at_end(dates, problem, arc.source)
    work = problem.nodes[arc.source].work
    if work is not None and work.length:
        return arc.type == FS
    return dates.at_end[arc.source]


def available_at_end(dates: Early, problem: Problem, position: int) -> bool:
    """Whether availability falls on the end of a day: of work that does not ship, and of milestones that show there."""
    work = problem.nodes[position].work
    if work is not None and work.trains:
        return False
    return bool(work is not None and work.length) or dates.at_end[position]
