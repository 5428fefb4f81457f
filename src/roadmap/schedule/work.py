"""What a task asks of time: its length, its floors, its progress and its notice, as integers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap.model.workdays import Workdays
from roadmap.network import is_scheduled
from roadmap.schedule.trains import Timetable

if TYPE_CHECKING:
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task


FloorKind = Literal["today", "start", "not-before", "pin", "notice"]


class Floor(NamedTuple):
    """A boundary before which the work does not start, and what says so: "today", "start" (nothing unstarted before
    `starts`), "not-before", "pin" or "notice"."""

    boundary: int
    kind: FloorKind


class Notice(NamedTuple):
    """How much notice the doing team wants: working days of its calendar, or calendar days where ``elapsed``."""

    days: int
    elapsed: bool


NO_NOTICE = Notice(0, False)


@dataclass(slots=True)
class Work:
    """``length``: days of work, in the task's calendar or (``elapsed``) of the calendar; 0 is a milestone.

    ``floors``: what its start waits for besides links. ``end_floor``: the boundary of a pinned finish (0: none).
    ``actual``: the stretch of work that is done or under way (``None``: still to be scheduled); ``progress`` tells
    which. ``complete``: for a request that is not accepted, the day of the complete request as far as it is known
    without other tasks (0: no request that binds). ``trains`` and ``pinned_releases`` (days, 0 for none) go together.
    Tasks share what is equal, so nothing is changed once it is compiled.
    """

    length: int
    elapsed: bool
    floors: tuple[Floor, ...] = ()
    end_floor: int = 0
    actual: tuple[int, int] | None = None
    progress: str = "planned"
    alap: bool = False
    notice: Notice = NO_NOTICE
    complete: int = 0
    pinned_start: int | None = None
    pinned_end: int | None = None
    trains: tuple[Timetable, ...] = ()
    pinned_releases: tuple[int, ...] = ()

    @property
    def is_milestone(self) -> bool:
        return not self.length and not self.elapsed

    def end_of(self, start: int, calendar: Workdays) -> int:
        """The boundary at which work that starts at ``start`` ends."""
        return start + self.length if self.elapsed else calendar.forward(start, self.length)

    def start_of(self, end: int, calendar: Workdays) -> int:
        """The latest boundary at which work can start to end at ``end`` or before."""
        return end - self.length if self.elapsed else calendar.backward(end, self.length)

    def available(self, end: int) -> int | None:
        """When users have work that ends at ``end``; ``None`` where no release carries it."""
        available = end
        for timetable, pinned in zip(self.trains, self.pinned_releases, strict=True):
            carrier = timetable.carrier(end, pinned)
            if carrier is None:
                return None
            available = max(available, timetable.days[carrier])
        return available


def length_of(task: Task, calendar: Workdays) -> tuple[int, bool]:
    """(days of work, whether they are calendar days), by the likely value, rounded up to whole days.

    Effort is divided by the people at work. A task without an estimate has the length that its two pins give, else it
    is a milestone.
    """
    duration, effort = task.duration, task.effort
    if effort is not None:
        return math.ceil(effort.likely / (task.people or 1) - 1e-9), False
    if duration is not None:
        return math.ceil(duration.likely.days(calendar.week_length) - 1e-9), duration.elapsed
    if task.start is not None and task.finish is not None:
        return max(calendar.count(task.start.toordinal(), task.finish.toordinal() + 1), 0), False
    return 0, False


def notice_days(task: Task, calendar: Workdays) -> Notice:
    """The notice of a request, rounded up to whole days; none where nothing must be asked."""
    if task.notice is None:
        return NO_NOTICE
    return Notice(math.ceil(task.notice.days(calendar.week_length)), task.notice.elapsed)


def is_plain(task: Task, plan: Plan) -> bool:
    """Whether a task asks nothing of time but its length."""
    return (
        task.status == "planned"
        and task.notice is None
        and task.start is None
        and task.finish is None
        and task.not_before is None
        and not task.alap
        and not task.ships_on
        and plan.initiatives[task.initiative].status != "done"
    )


def work_of(task: Task, length: int, elapsed: bool, plan: Plan, calendar: Workdays, today: int, floor: Floor) -> Work:
    """Compile a task. Trains are added by the caller."""
    status, start, finish = task.status, task.start, task.finish
    work = Work(length, elapsed, progress=status, alap=task.alap and status == "planned")
    if start is not None:
        work.pinned_start = start.toordinal()
    if finish is not None:
        work.pinned_end = finish.toordinal() + 1
    if status == "done" or (status == "planned" and plan.initiatives[task.initiative].status == "done"):
        work.progress = "done"
        work.actual = _done(task, work, calendar, today)
    elif status == "doing":
        work.actual = _doing(task, work, calendar, today)
    else:
        work.floors = tuple(_floors(task, work, plan, calendar, today, floor))
        if work.pinned_end is not None and not _pins_disagree(work, calendar):
            # Days off just before a pinned finish do not count: work that ends on Friday has kept to a Sunday.
            work.end_floor = calendar.strip(work.pinned_end) if length and not elapsed else work.pinned_end
    return work


def _pins_disagree(work: Work, calendar: Workdays) -> bool:
    """Two pins and a length that does not fit: the start and the length then count, and a check tells."""
    if work.pinned_start is None or work.pinned_end is None:
        return False
    return work.end_of(work.pinned_start, calendar) != work.pinned_end


def _done(task: Task, work: Work, calendar: Workdays, today: int) -> tuple[int, int]:
    """Actual days; what is not written is taken from the pins, else from the length before today."""
    last = task.finished or task.finish or (None if work.length else task.started)
    end = last.toordinal() + 1 if last is not None else None
    first = task.started or (task.start if task.finished is None else None)
    start = first.toordinal() if first is not None else None
    if end is None:
        end = min(work.end_of(start, calendar), today) if start is not None else calendar.strip(today)
    if start is None:
        start = work.start_of(end, calendar)
    return min(start, end), end


def _doing(task: Task, work: Work, calendar: Workdays, today: int) -> tuple[int, int]:
    """From the actual start to what remains from today: `remaining`, or the length less the days since the start, at
    least one."""
    first = task.started or task.start
    start = first.toordinal() if first is not None else today
    if task.started is None:
        start = min(start, today)
    now = max(start, today)
    if task.remaining is not None:
        remaining = math.ceil(task.remaining.days(calendar.week_length) - 1e-9)
        elapsed = task.remaining.elapsed
    else:
        elapsed = work.elapsed
        spent = (now - start) if elapsed else calendar.count(start, now)
        remaining = max(work.length - spent, 1)
    return start, now + remaining if elapsed else calendar.forward(now, remaining)


def _floors(task: Task, work: Work, plan: Plan, calendar: Workdays, today: int, floor: Floor) -> list[Floor]:
    floors = [floor]
    not_before, notice, request = task.not_before, task.notice, task.request
    if not_before is not None:
        floors.append(Floor(not_before.toordinal(), "not-before"))
    if work.pinned_start is not None:
        floors.append(Floor(work.pinned_start, "pin"))
    if notice is not None and not (request is not None and request.answer == "accepted"):
        days, elapsed = work.notice = notice_days(task, calendar)
        asked = work.complete = _complete(task, plan, today)
        boundary = asked + days if elapsed else calendar.forward(asked, days)
        floors.append(Floor(boundary, "notice"))
    return floors


def _complete(task: Task, plan: Plan, today: int) -> int:
    """The day of the complete request: the latest of `asked` and all `given`. What was not asked, or is neither given
    nor produced by a task, counts as of today."""
    request = task.request
    asked = request.asked if request is not None else None
    given = request.given if request is not None else {}
    complete = asked.toordinal() if asked is not None else today
    if given:
        complete = max(complete, *(day.toordinal() for day in given.values()))
    service = plan.services.get(task.service) if task.service is not None else None
    if complete < today and service is not None and service.needs_from_asker:
        producers = plan.initiatives[task.initiative].producers
        for thing in service.needs_from_asker:
            made = any(other.id != task.id and is_scheduled(other, plan) for other in producers.get(thing, ()))
            if thing not in given and not made:
                return today
    return complete
