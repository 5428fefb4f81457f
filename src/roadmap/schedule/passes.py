"""The schedule by logic: forward, backward, float, gathered into one result."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from roadmap.schedule.backward import Late, late
from roadmap.schedule.forward import Early, early
from roadmap.schedule.problem import MUST, Node, Problem
from roadmap.schedule.result import LaunchDates, Schedule, TaskDates
from roadmap.schedule.slack import settle
from roadmap.schedule.work import Work


def schedule(problem: Problem) -> Schedule:
    """Dates of all tasks, launches and ends, by logic."""
    dates = early(problem)
    latest = late(problem, dates)
    launches = {
        node.id: _launch(problem, dates, position, node)
        for position, node in enumerate(problem.nodes)
        if node.kind == "launch"
    }
    free = settle(problem, dates, latest)
    tasks: dict[str, TaskDates] = {}
    ends: dict[str, int | None] = {}
    carries: dict[str, list[str]] = {}
    for position, node in enumerate(problem.nodes):
        if node.work is not None:
            found = tasks[node.id] = _task(dates, latest, free[position], position, node, node.work)
            for release in found.releases:
                carries.setdefault(release, []).append(node.id)
            available = found.available
        elif node.kind in ("launch", "end"):
            available = None if dates.never[position] else dates.available[position]
        else:
            continue
        before = ends.setdefault(node.initiative, 0)
        ends[node.initiative] = None if before is None or available is None else max(before, available)
    return Schedule(
        dt.date.fromordinal(problem.today),
        dict(sorted(tasks.items())),
        dict(sorted(launches.items())),
        dict(sorted(ends.items())),
        {release: tuple(sorted(carried)) for release, carried in sorted(carries.items())},
        dates,
    )


def _launch(problem: Problem, dates: Early, position: int, node: Node) -> LaunchDates:
    assert node.launch is not None
    never = dates.never[position] and node.fixed is None
    possible = dates.possible[position] if node.fixed is None else node.fixed
    deciding = max(
        (member for member in node.members if problem.nodes[member].rank == MUST),
        key=lambda member: (dates.available[member], problem.nodes[member].id),
        default=None,
    )
    if node.fixed is not None or (deciding is not None and dates.available[deciding] <= problem.today):
        deciding = None
    return LaunchDates(
        id=node.id,
        campaign=node.initiative,
        market=node.launch.market or None,
        written=node.floor,
        firm=node.launch.firm,
        possible=None if never else possible,
        float_=node.calendar.count(possible, node.floor),
        launched=node.fixed,
        decided_by=problem.nodes[deciding].id if deciding is not None else None,
    )


def _task(dates: Early, latest: Late, free: int, position: int, node: Node, work: Work) -> TaskDates:
    start, end = dates.start[position], dates.end[position]
    late_start, late_end = latest.start[position], latest.end[position]
    calendar = node.calendar
    if work.actual is not None:
        late_start = start
        total = calendar.count(end, late_end)
        if work.progress == "done":
            total, late_end = max(total, 0), max(late_end, end)
    elif work.length:
        total = calendar.count(start, late_start)
    else:
        total = calendar.count(end, late_end)
    carriers = dates.carriers.get(position, ())
    carried = tuple(
        timetable.releases[carrier].id
        for timetable, carrier in zip(work.trains, carriers, strict=True)
        if carrier is not None
    )
    shown: Literal["start", "end"] | None = None
    if start == end:
        shown = "end" if dates.at_end[position] else "start"
    lost = work.trains and len(carried) < len(work.trains) and work.progress != "done"
    return TaskDates(
        start=start,
        end=end,
        shown_at=shown,
        available=None if lost else dates.available[position],
        releases=carried,
        late_start=late_start,
        late_end=late_end,
        total_float=total,
        free_float=min(free, max(total, 0)),
        ask_by=_ask_by(work, late_start, node),
        bound_by=latest.bound[position],
        pinned_start=work.pinned_start if work.pinned_start not in (None, start) else None,
        pinned_end=work.pinned_end if work.pinned_end not in (None, end) else None,
    )


def _ask_by(work: Work, late_start: int, node: Node) -> dt.date | None:
    """The latest day on which a complete request is in time: late start minus the notice; that day counts. A
    milestone that may be as late as a day off must have been reached on the working day before: the notice moves it
    to a working day."""
    if not work.complete:
        return None
    notice = work.notice
    if work.is_milestone and not node.calendar.works(late_start):
        late_start = node.calendar.backward(late_start, 1)
    by = late_start - notice.days if notice.elapsed else node.calendar.backward(late_start, notice.days)
    return dt.date.fromordinal(by)
