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
    nodes, index = problem.nodes, problem.index
    launches = {
        node.id: _launch(problem, dates, position, node) for position, node in enumerate(nodes) if node.kind == "launch"
    }
    settle(problem, dates, latest)
    tasks: dict[str, TaskDates] = {}
    ends: dict[str, int | None] = {**dates.finish}
    carries: dict[str, list[str]] = {}
    for id in sorted(problem.plan.tasks):
        if id not in index:
            continue
        position = index[id]
        node = nodes[position]
        assert node.work is not None
        found = tasks[id] = _task(dates, latest, position, node, node.work)
        for release in found.releases:
            carries.setdefault(release, []).append(id)
        end = ends[node.initiative]
        if found.available is None or (end is not None and found.available > end):
            ends[node.initiative] = found.available
    for position in dates.never:
        if nodes[position].work is None:
            ends[nodes[position].initiative] = None
    return Schedule(
        dt.date.fromordinal(problem.today),
        tasks,
        dict(sorted(launches.items())),
        dict(sorted(ends.items())),
        {release: tuple(carried) for release, carried in sorted(carries.items())},
        dates,
    )


def _launch(problem: Problem, dates: Early, position: int, node: Node) -> LaunchDates:
    assert node.launch is not None
    never = position in dates.never and node.fixed is None
    possible = dates.possible[position] if node.fixed is None else node.fixed
    available = dates.available
    musts = [member for member in node.members if problem.nodes[member].rank == MUST]
    last = max((available[member] for member in musts), default=0)
    decided_by = None
    if node.fixed is None and last > problem.today:
        decided_by = max(problem.nodes[member].id for member in musts if available[member] == last)
    return LaunchDates(
        id=node.id,
        campaign=node.initiative,
        market=node.launch.market or None,
        written=node.floor,
        firm=node.launch.firm,
        possible=None if never else possible,
        float_=node.calendar.count(possible, node.floor),
        launched=node.fixed,
        decided_by=decided_by,
    )


def _task(dates: Early, latest: Late, position: int, node: Node, work: Work) -> TaskDates:
    start, end, available = dates.start[position], dates.end[position], dates.available[position]
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
    shown: Literal["start", "end"] | None = None
    if start == end:
        shown = "end" if dates.at_end[position] else "start"
    releases: tuple[str, ...] = ()
    lost = False
    if work.trains:
        carriers = zip(work.trains, dates.carriers[position], strict=True)
        releases = tuple(table.releases[carrier].id for table, carrier in carriers if carrier is not None)
        lost = len(releases) < len(work.trains) and work.progress != "done"
    return TaskDates(
        start,
        end,
        shown,
        None if lost else available,
        releases,
        late_start,
        late_end,
        total,
        _ask_by(work, late_start, node) if work.complete else None,
        latest.bound[position],
        work.pinned_start if work.pinned_start != start else None,
        work.pinned_end if work.pinned_end != end else None,
    )


def _ask_by(work: Work, late_start: int, node: Node) -> dt.date:
    """The latest day on which a complete request is in time: late start minus the notice; that day counts. A
    milestone that may be as late as a day off must have been reached on the working day before: the notice moves it
    to a working day."""
    notice = work.notice
    if work.is_milestone and not node.calendar.works(late_start):
        late_start = node.calendar.backward(late_start, 1)
    by = late_start - notice.days if notice.elapsed else node.calendar.backward(late_start, notice.days)
    return dt.date.fromordinal(by)
