"""What dates must satisfy, day by day, written from the text of the design alone: slow, plain, and independent.

Moments are boundaries: the start of a day, as an ordinal. Nothing of the program is used here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from tests.properties.worlds import Link, Task, World

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
    def shown_at(self) -> str | None: ...
    @property
    def late_start(self) -> int: ...
    @property
    def late_end(self) -> int: ...


class Rules:
    """The rules of one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.tasks = {world.id(index): task for index, task in enumerate(world.tasks)}
        self.worked = {team: in_team(world, team) for team in world.teams}
        self.releases = {train: self._releases(train) for train in world.trains}

    def _releases(self, name: str) -> list[tuple[int, int]]:
        """(day of the release, boundary by which work must be finished) of all that take place, by day."""
        train = self.world.trains[name]
        works = self.worked[train.team]
        found = []
        for slot in train.days if train.weeks is None else range(train.first, train.first + 900, 7 * train.weeks):
            day = slot
            if train.weeks is not None and not works(slot):
                if train.on_closed_day == "skip":
                    continue
                while not works(day):
                    day += 1 if train.on_closed_day == "next" else -1
            if not any(
                each.first <= day <= each.last
                for each in self.world.blackouts
                if each.bars == "releases" and each.whom in (None, f"train:{name}", f"team:{train.team}")
            ):
                # The day of the release is day 0, and work may end on the day of the cut-off.
                found.append((day, after(works, day, -train.code) + 1))
        return sorted(found)

    def works(self, task: Task) -> Works:
        """The days that a task itself takes: elapsed work goes on every day."""
        return always if task.elapsed else self.worked[task.team]

    def end(self, task: Task, start: int) -> int:
        """Where work that starts at ``start`` ends."""
        return after(self.works(task), start, task.days)

    def available(self, task: Task, end: int) -> int:
        """When users have work that ends at ``end``."""
        if task.train is None:
            return end
        return next(day for day, gate in self.releases[task.train] if end <= gate)

    def holds(
        self, task: Task, link: Link, predecessor: tuple[int, int], shown_at: str | None, own: tuple[int, int]
    ) -> bool:
        """Whether a task that runs ``own`` respects a link to a predecessor that runs ``predecessor`` and, if it is a
        milestone, is shown at that side of its day."""
        other = self.world.tasks[link.task]
        start, end = predecessor
        works = self.worked[task.team]
        if link.type in ("SS", "SF"):
            moment = start
        else:
            moment = end if link.work else self.available(other, end)
        into_finish = link.type in ("FF", "SF")
        if into_finish:
            moment = stripped(self.works(other), moment)
        moment = moment + link.lag if link.elapsed else after(works, moment, link.lag)
        if into_finish:
            if link.lag:
                moment = stripped(self.works(task), moment)
        elif not task.days:
            moment = self._as_milestone(task, link, moment, shown_at)
        return own[1 if into_finish else 0] >= moment

    def _as_milestone(self, task: Task, link: Link, moment: int, shown_at: str | None) -> int:
        """Where a milestone stands that a link allows at ``moment``: the end of a day stays one, the start of a day is
        the start of a working day."""
        other, works = self.world.tasks[link.task], self.worked[task.team]
        if other.days:
            ends_a_day = link.type == "FS" and (link.work or other.train is None)
        else:
            ends_a_day = shown_at == "end"
        if ends_a_day and link.lag and not link.elapsed:
            return stripped(works, moment)
        if ends_a_day and (not link.lag or works(moment - 1)):
            return moment
        return onward(works, moment)

    def notice_days(self, task: Task) -> int | None:
        """The notice that still binds work for another team."""
        if task.team == self.world.initiatives[task.initiative].team or task.accepted:
            return None
        return self.world.teams[task.team].notice

    def notice(self, task: Task) -> int:
        """The boundary before which work for another team does not start."""
        days = self.notice_days(task)
        if days is None:
            return self.world.today
        complete = self.world.today if task.asked is None else task.asked
        return after(self.worked[task.team], complete, days)

    def start_after_notice(self, task: Task, asked: int) -> int:
        """The earliest start of work for which a complete request comes on a day."""
        works = self.worked[task.team]
        moment = after(works, asked, self.notice_days(task) or 0)
        return moment if task.elapsed else onward(works, moment)

    def waits(self, task: Task, id_: str) -> bool:
        return any(self.world.id(link.task) == id_ for link in task.needs)

    def moves(self, id_: str, start: int, schedule: Mapping[str, Dates], launch: int) -> bool:
        """Whether an unstarted task that starts at ``start`` moves another or its launch from where they are."""
        task = self.tasks[id_]
        end = self.end(task, start)
        launches = self.world.initiatives[task.initiative].launch is not None and not task.after_launch
        if launches and self.available(task, end) > launch:
            return True
        return any(
            not self.holds(other, link, (start, end), None, (schedule[other_id].start, schedule[other_id].end))
            for other_id, other in self.world.planned()
            for link in other.needs
            if self.world.id(link.task) == id_
        )

    def misses(self, task: Task, have: int) -> bool:
        """Whether work that is available at ``have`` misses its own deadline or that of its project."""
        # What ships is available at the start of a day, what does not at the end of one: both belong to that day.
        day = have if task.train else have - 1
        deadlines = (task.deadline, self.world.initiatives[task.initiative].deadline)
        return any(deadline is not None and day > deadline for deadline in deadlines)

    def broken_by_start(self, id_: str, start: int, schedule: Mapping[str, Dates], launch: int) -> list[str]:
        """What is wrong with starting an unstarted task at ``start``, given all the others."""
        task = self.tasks[id_]
        end = self.end(task, start)
        works = self.works(task)
        wrong = []
        if task.days and not (works(start) and works(end - 1)):
            wrong.append("begins or ends on a day that is not worked")
        for what, bound in (("today", self.world.today), ("not-before", task.not_before), ("start", task.start)):
            if bound is not None and start < bound:
                wrong.append(f"before {what}")
        if task.finish is not None and end < stripped(works, task.finish + 1):
            wrong.append("before the pinned finish")
        if start < self.notice(task):
            wrong.append("before the notice is over")
        if task.after_launch and start < launch:
            wrong.append("before the launch")
        for link in task.needs:
            other = schedule[self.world.id(link.task)]
            if not self.holds(task, link, (other.start, other.end), other.shown_at, (start, end)):
                wrong.append(f"breaks {link}")
        return wrong

    def made_late_by(self, id_: str, late_end: int, schedule: Mapping[str, Dates]) -> list[str]:
        """What a task that ends at ``late_end`` would make late, if all others were as late as they may be."""
        task = self.tasks[id_]
        late_start = after(self.works(task), late_end, -task.days)
        have = self.available(task, late_end)
        initiative = self.world.initiatives[task.initiative]
        wrong = []
        if self.misses(task, have):
            wrong.append("after a deadline")
        if initiative.launch is not None and not task.after_launch and have > initiative.launch:
            wrong.append("after the launch")
        for other_id, other in self.world.planned():
            end = schedule[other_id].late_end
            own = (after(self.works(other), end, -other.days), end)
            if other.after_launch and not task.after_launch and task.initiative == other.initiative:
                launched = have if other.days else onward(self.worked[other.team], have)
                if launched > own[0]:
                    wrong.append(f"the launch after the latest start of {other_id}")
            wrong += [
                f"breaks {link} of {other_id}"
                for link in other.needs
                if self.world.id(link.task) == id_
                and not self.holds(other, link, (late_start, late_end), schedule[id_].shown_at, own)
            ]
        return wrong


def in_team(world: World, team: str) -> Works:
    """The days of a team's calendar, less those on which a blackout bars its work."""
    calendar = world.calendars[world.teams[team].calendar]
    barred = [
        (each.first, each.last)
        for each in world.blackouts
        if each.bars == "work" and each.whom in (None, f"team:{team}")
    ]

    def works(day: int) -> bool:
        # Ordinal 1 is a Monday.
        worked = (day - 1) % 7 in calendar.week and not _in(calendar.closed, day)
        return (worked or _in(calendar.open, day)) and not _in(barred, day)

    return works


def _in(spans: Iterable[tuple[int, int]], day: int) -> bool:
    return any(first <= day <= last for first, last in spans)


def always(_day: int) -> bool:
    return True


def count(works: Works, start: int, end: int) -> int:
    return sum(works(day) for day in range(start, end))


def between(works: Works, start: int, end: int) -> int:
    """Working days from one boundary to another, negative if it is before."""
    return count(works, start, end) if start <= end else -count(works, end, start)


def after(works: Works, moment: int, days: int) -> int:
    """The earliest boundary with ``days`` working days between it and ``moment``, the latest where negative."""
    while days > 0:
        days -= works(moment)
        moment += 1
    while days < 0:
        moment -= 1
        days += works(moment)
    return moment


def onward(works: Works, moment: int) -> int:
    """The first working day from ``moment`` on."""
    while not works(moment):
        moment += 1
    return moment


def stripped(works: Works, moment: int) -> int:
    """``moment`` less the non-working days just before it."""
    while not works(moment - 1):
        moment -= 1
    return moment
