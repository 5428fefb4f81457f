"""``roadmap schedule --output-format json``: every date as a document whose shape is promised (version 1).

``start`` and ``finish`` are the first and the last day of work; a milestone has both on one day, and ``at`` tells the
side of that day; ``available`` is told in task_days.py. What only a schedule by capacity knows is ``null``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.outputs.json_text import json_lines
from roadmap.outputs.task_days import releases_by_id, task_days
from roadmap.schedule.drivers import Driver, drivers
from roadmap.schedule.links import NAMES
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import LaunchDates, Schedule, day
from roadmap.schedule.slack import free_floats


def schedule_json(
    plan: Plan, problem: Problem, schedule: Schedule, holidays: str, shown: Collection[str]
) -> Iterator[str]:
    """The document. ``shown``: ids of the tasks, launches and releases that are wanted."""
    releases, free = releases_by_id(plan), free_floats(problem, schedule)
    return json_lines(
        {
            "version": 1,
            "today": schedule.today.isoformat(),
            "holidays": holidays,
            "tasks": [_task(plan, problem, schedule, releases, id, free[id]) for id in schedule.tasks if id in shown],
            "launches": [_launch(launch) for launch in schedule.launches.values() if launch.id in shown],
            "releases": [
                _release(release, schedule)
                for release in releases.values()
                if release.skipped is None and release.id in shown
            ],
        }
    )


def _task(
    plan: Plan, problem: Problem, schedule: Schedule, releases: Mapping[str, Release], id: str, free: int
) -> dict[str, Any]:
    task, dates = plan.tasks[id], schedule.tasks[id]
    days = task_days(dates, releases)
    causes = drivers(problem, schedule.moments, problem.nodes[problem.index[id]])
    pinned = {"start": _iso(days.pinned_start), "finish": _iso(days.pinned_finish)}
    return {
        "id": id,
        "team": task.team,
        "status": task.status,
        "start": _iso(days.start),
        "finish": _iso(days.finish),
        "at": dates.shown_at,
        "pinned": pinned if any(pinned.values()) else None,
        "available": _iso(days.available),
        "release": days.release,
        "late_start": _iso(days.late_start),
        "late_finish": _iso(days.late_finish),
        "total_float": dates.total_float,
        "free_float": free,
        "ask_by": _iso(dates.ask_by),
        "bound_by": dates.bound_by,
        "critical": dates.critical,
        "levelled": None,
        "driven_by": [_driver(problem, driver) for driver in causes],
    }


def _driver(problem: Problem, driver: Driver) -> dict[str, Any]:
    """What makes the start of a task so."""
    if driver.arc is None:
        return {"kind": driver.kind}
    lag = f"{driver.arc.lag}{'ed' if driver.arc.elapsed else 'd'}"
    return {
        "kind": driver.kind,
        "from": problem.nodes[driver.arc.source].id,
        "type": NAMES[driver.arc.type],
        "lag": lag,
    }


def _launch(launch: LaunchDates) -> dict[str, Any]:
    return {
        "id": launch.id,
        "market": launch.market,
        "written": day(launch.written).isoformat(),
        "firm": launch.firm,
        "possible": None if launch.possible is None else day(launch.possible).isoformat(),
        "possible_levelled": None,
        "met": launch.met,
        "float": launch.float_,
    }


def _release(release: Release, schedule: Schedule) -> dict[str, Any]:
    load = release.capacity
    return {
        "id": release.id,
        "train": release.train,
        "date": release.date.isoformat(),
        "name": release.name,
        "slot": release.slot.isoformat(),
        "cut_offs": {name: cut_off.isoformat() for name, cut_off in release.cut_offs.items()},
        "carries": list(schedule.carries.get(release.id, ())),
        "capacity": None
        if load is None
        else int(load.amount)
        if load.unit == "tasks"
        else f"{load.amount:g}{load.unit}",
    }


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()
