"""What dates must satisfy, day by day, written from the text of the design alone: slow, plain, and independent.

Moments are boundaries: the start of a day, as an ordinal. Nothing of the program is used here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Protocol

from tests.properties.worlds import Calendar, Link, Task, World

Works = Callable[[int], bool]


class Dates(Protocol):
    """What is looked at of a task's dates."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def available(self) -> int | None: ...
    @property
    def late_start(self) -> int: ...
    @property
    def late_end(self) -> int: ...


def in_calendar(calendar: Calendar) -> Works:
    def works(day: int) -> bool:
        if any(first <= day <= last for first, last in calendar.open):
            return True
        in_week = dt.date.fromordinal(day).weekday() in calendar.week
        return in_week and not any(first <= day <= last for first, last in calendar.closed)

    return works


def of_team(world: World, team: str) -> Works:
    """The days of a team's calendar, less those on which a blackout bars its work."""
    works = in_calendar(world.calendars[world.teams[team].calendar])
    barred = [each for each in world.blackouts if each.bars == "work" and each.whom in (None, f"team:{team}")]
    return lambda day: works(day) and not any(each.first <= day <= each.last for each in barred)


def always(_day: int) -> bool:
    return True


def of_task(world: World, task: Task) -> Works:
    """The days that a task itself takes: elapsed work goes on every day."""
    return always if task.elapsed else of_team(world, task.team)


def count(works: Works, start: int, end: int) -> int:
    return sum(works(day) for day in range(start, end))


def after(works: Works, moment: int, days: int) -> int:
    """The earliest boundary with ``days`` working days between it and ``moment``, the latest where negative."""
    while days > 0:
        days -= works(moment)
        moment += 1
    while days < 0:
        moment -= 1
        days += works(moment)
    return moment


def stripped(works: Works, moment: int) -> int:
    """``moment`` less the non-working days just before it."""
    while not works(moment - 1):
        moment -= 1
    return moment


def end_of(world: World, task: Task, start: int) -> int:
    """Where work that starts at ``start`` ends."""
    return after(of_task(world, task), start, task.days)


def releases(world: World, name: str) -> list[tuple[int, int]]:
    """(day of the release, boundary by which work must be finished) of all that take place, by day."""
    train = world.trains[name]
    works = of_team(world, train.team)
    found = []
    for slot in train.days if train.weeks is None else range(train.first, train.first + 900, 7 * train.weeks):
        day = slot
        if train.weeks is not None and not works(slot):
            if train.on_closed_day == "skip":
                continue
            while not works(day):
                day += 1 if train.on_closed_day == "next" else -1
        barred = (each for each in world.blackouts if each.bars == "releases" and each.whom in (None, f"train:{name}"))
        if not any(each.first <= day <= each.last for each in barred):
            # The day of the release is day 0, and work may end on the day of the cut-off.
            found.append((day, after(works, day, -train.code) + 1))
    return sorted(found)


def available(world: World, task: Task, end: int) -> int:
    """When users have work that ends at ``end``."""
    if task.train is None:
        return end
    return next(day for day, gate in releases(world, task.train) if end <= gate)


def reached(world: World, link: Link, start: int, end: int) -> tuple[str, int]:
    """The side of the successor that a link binds, and the moment before which it must not be, before the lag."""
    predecessor = world.tasks[link.task]
    if link.type in ("SS", "SF"):
        moment = start
    else:
        moment = end if link.work else available(world, predecessor, end)
    if link.type in ("FF", "SF"):
        return "end", stripped(of_team(world, predecessor.team), moment)
    return "start", moment


def holds(world: World, task: Task, link: Link, predecessor: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether a task that runs ``own`` respects a link to a predecessor that runs ``predecessor``."""
    side, moment = reached(world, link, *predecessor)
    works = of_team(world, task.team)
    if link.elapsed:
        moment += link.lag
    elif link.lag:
        moment = after(works, moment, link.lag)
    if side == "end" and link.lag:
        moment = stripped(works, moment)
    return own[0 if side == "start" else 1] >= moment


def notice(world: World, task: Task) -> int:
    """The boundary before which work for another team does not start."""
    days = world.teams[task.team].notice
    if task.team == world.initiatives[task.initiative].team or task.accepted or days is None:
        return world.today
    complete = world.today if task.asked is None else task.asked
    return after(of_team(world, task.team), complete, days)


def possible(world: World, index: int, start: int, schedule: Mapping[str, Dates], launch: int) -> list[str]:
    """What is wrong with starting an unstarted task at ``start``, given all the others."""
    task = world.tasks[index]
    end = end_of(world, task, start)
    works = of_task(world, task)
    wrong = []
    if task.days and not (works(start) and works(end - 1)):
        wrong.append("begins or ends on a day that is not worked")
    for what, bound in (("today", world.today), ("not-before", task.not_before), ("start", task.start)):
        if bound is not None and start < bound:
            wrong.append(f"before {what}")
    if task.finish is not None and end < stripped(works, task.finish + 1):
        wrong.append("before the pinned finish")
    if start < notice(world, task):
        wrong.append("before the notice is over")
    if task.after_launch and start < launch:
        wrong.append("before the launch")
    for link in task.needs:
        other = schedule[world.id(link.task)]
        if not holds(world, task, link, (other.start, other.end), (start, end)):
            wrong.append(f"breaks {link}")
    return wrong


def late_wrong(world: World, index: int, late_end: int, schedule: Mapping[str, Dates]) -> list[str]:
    """What a task that ends at ``late_end`` would make late, if all others were as late as they may be."""
    task = world.tasks[index]
    works = of_task(world, task)
    late_start = after(works, late_end, -task.days)
    have = available(world, task, late_end)
    initiative = world.initiatives[task.initiative]
    wrong = []
    if task.deadline is not None and have > task.deadline + 1:
        wrong.append("after its deadline")
    if initiative.deadline is not None and have > initiative.deadline + 1:
        wrong.append("after the project's deadline")
    if initiative.launch is not None and not task.after_launch and have > initiative.launch:
        wrong.append("after the launch")
    for other, successor in enumerate(world.tasks):
        if successor.status != "planned":
            continue
        dates = schedule[world.id(other)]
        own = (after(of_task(world, successor), dates.late_end, -successor.days), dates.late_end)
        if not successor.days:
            # A milestone may stand anywhere among days off.
            while not of_team(world, successor.team)(own[1]):
                own = (own[1] + 1, own[1] + 1)
        wrong += [
            f"breaks {link} of {world.id(other)}"
            for link in successor.needs
            if link.task == index and not holds(world, successor, link, (late_start, late_end), own)
        ]
    return wrong
