"""When work reaches users, and by when it must be finished to reach them in time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing
from roadmap.checks.wording import iso

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.release import Release
    from roadmap.model.task import Task


class Due(NamedTuple):
    """``end``: the boundary by which work must end; ``release``: what then brings it to users, where it ships."""

    end: int
    release: Release | None


def due(facts: Facts, task: str, needed: int) -> Due | None:
    """By when the work of a task must end to be available at a boundary; ``None`` where no release is that early."""
    node = facts.problem.nodes[facts.problem.index[task]]
    assert node.work is not None
    best = Due(needed if node.work.elapsed else node.calendar.strip(needed), None)
    for timetable in node.work.trains:
        index = bisect_right(timetable.days, needed) - 1
        if index < 0:
            return None
        gate = timetable.last_gate[index]
        if best.release is None or gate < best.end:
            best = Due(gate, timetable.releases[timetable.gates.index(gate)])
    return best


def ending(facts: Facts, task: str, end: int) -> Due | None:
    """Work that ends at a boundary at the latest, with the release that carries it then; ``None`` where none does."""
    node = facts.problem.nodes[facts.problem.index[task]]
    assert node.work is not None
    carriers = [(timetable, timetable.carrier(end)) for timetable in node.work.trains]
    releases = [timetable.releases[index] for timetable, index in carriers if index is not None]
    if len(releases) < len(carriers):
        return None
    return Due(end, max(releases, key=lambda release: release.date, default=None))


def latest_end(facts: Facts, along: Sequence[str], needed: int) -> int:
    """By when the work of the first of several nodes, each driving the next, must end, so that the last can be at a
    boundary."""
    from roadmap.schedule.asks import asks
    from roadmap.schedule.asks import finish_by as available_by

    problem = facts.problem
    end = needed
    for waiting, name in pairwise(reversed(along)):
        position, node = problem.index[name], problem.nodes[problem.index[waiting]]
        if position in node.members:
            end = available_by(problem.nodes[position], end)
            continue
        start = end
        if node.work is not None and node.work.length:
            end = end if node.work.elapsed else node.calendar.strip(end)
            start = node.work.start_of(end, node.calendar)
        asked = asks(problem, facts.schedule.moments, node, start, end)
        end = min((by for source, by in asked if source == position), default=end)
    return end


def reached(facts: Facts, task: str) -> str:
    """How and when people have the result: ``reaches users with web@2027-03-16``, ``ends on 2027-03-05``."""
    dates = facts.schedule.tasks[task]
    if dates.releases:
        release = max((release_of(facts, name) for name in dates.releases), key=lambda release: release.date)
        return f"reaches users with {dated(release)}"
    if dates.shown_at:
        return f"is reached on {dates.last_day}"
    return f"ends on {dates.last_day}"


def dated(release: Release) -> str:
    """The id of a release, with its day where that does not tell it."""
    day = release.date.isoformat()
    return release.id if release.id.endswith(day) else f"{release.id} on {day}"


def release_of(facts: Facts, name: str) -> Release:
    """A release by its id. Raises ``KeyError`` for an id of no release."""
    return _releases(facts)[name]


@remembered
def planned_for_nothing(facts: Facts) -> dict[str, list[Task]]:
    """The ids of releases that do not take place, and the tasks, still to be done, that are planned for each."""
    found: dict[str, list[Task]] = {}
    for task, _ in standing(facts).shipping:
        for name in task.release:
            if name.partition("@")[0] in task.ships_on and release_of(facts, name).skipped is not None:
                found.setdefault(name, []).append(task)
    return found


@remembered
def _releases(facts: Facts) -> dict[str, Release]:
    return {release.id: release for releases in facts.plan.releases.values() for release in reversed(releases)}


def finish_by(due: Due) -> str:
    """``by 2027-02-25 for web@2027-03-02``."""
    day = iso(due.end - 1)
    return f"by {day} for {dated(due.release)}" if due.release is not None else f"by {day}"
