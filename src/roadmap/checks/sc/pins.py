"""Planned dates that cannot be: the roots among them, and what makes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap.checks.bounds import is_written
from roadmap.checks.causes import causes, roots
from roadmap.checks.remembered import remembered
from roadmap.checks.shipping import reached
from roadmap.checks.standing import standing
from roadmap.checks.wording import days_of, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task
    from roadmap.schedule.drivers import Driver
    from roadmap.schedule.result import TaskDates


_KINDS = {"launch": "the launch ", "end": "the end of ", "ends": "the end of "}
"""What a node is called that is no task."""


class BrokenPin(NamedTuple):
    """``key``: which planned date cannot be. ``cause``: what drives the start instead (``None``: the work is under
    way). ``behind``: other tasks with planned dates that cannot be because of this one."""

    key: Literal["start", "finish"]
    task: Task
    dates: TaskDates
    cause: Driver | None
    behind: list[str]


@remembered
def broken_pins(facts: Facts) -> list[BrokenPin]:
    """Planned dates earlier than possible, less those that only wait for another such task. A planned day on which the
    team does not work only moves to the next one."""
    broken: dict[str, BrokenPin] = {}
    for task, dates in standing(facts).dated:
        if dates.pinned_start is None and dates.pinned_end is None:
            continue
        key = _broken_key(task, dates)
        if key is None:
            continue
        found = causes(facts, facts.problem.index[task.id])
        cause = found[0] if found else None
        moved = task.alap and cause is None
        if not moved and (key == "finish" or (cause is not None and cause.kind != "pin")):
            broken[task.id] = BrokenPin(key, task, dates, cause, [])
    return [broken[root]._replace(behind=behind) for root, behind in roots(facts, broken).items()]


def _broken_key(task: Task, dates: TaskDates) -> Literal["start", "finish"] | None:
    planned = task.status == "planned"
    if planned and task.start is not None and dates.first_day > task.start:
        return "start"
    # With both dates planned it is the start that is wrong, or the two disagree with the estimate: other checks tell.
    if task.finish is not None and dates.last_day > task.finish and (not planned or task.start is None):
        return "finish"
    return None


def told_as_notice(facts: Facts, pin: BrokenPin) -> bool:
    """Whether the lead time checks tell that this was asked too late for a written day."""
    late = pin.dates.total_float < 0 and is_written(pin.dates.bound_by)
    work = facts.problem.nodes[facts.problem.index[pin.task.id]].work
    needs_notice = work is not None and work.notice.days > 0
    return late and needs_notice and pin.cause is not None and pin.cause.kind == "notice"


def reason(facts: Facts, pin: BrokenPin) -> str:
    """Half a sentence: what the task waits for."""
    cause = pin.cause
    if cause is None:
        return "it is under way"
    if cause.arc is not None:
        return _source(facts, cause)
    if cause.kind == "notice":
        work = facts.problem.nodes[facts.problem.index[pin.task.id]].work
        assert work is not None
        request = pin.task.request
        asked = f"was asked on {request.asked}" if request is not None and request.asked else "is asked today"
        return f"it {asked}, and {pin.task.team} needs {days_of(work.notice.days, work.notice.elapsed)} of notice"
    if cause.kind == "not-before":
        return f"it has `not-before: {pin.task.not_before}`"
    if cause.kind == "start":
        return f"nothing begins before {iso(cause.boundary)}, where the roadmap starts"
    written = pin.task.start if pin.key == "start" else pin.task.finish
    return "that is past" if written is not None and written < facts.today else f"today is {facts.today}"


def _source(facts: Facts, cause: Driver) -> str:
    from roadmap.schedule.links import FF, SF, SS

    assert cause.arc is not None
    arc = cause.arc
    source = facts.problem.nodes[arc.source]
    waits = "it cannot end before" if arc.type in (FF, SF) else "it waits for"
    lag = f", {arc.lag:+d}{'ed' if arc.elapsed else 'd'}" if arc.lag else ""
    if source.work is None:
        shown = iso(facts.schedule.moments.available[arc.source] - source.at_end)
        return f"{waits} {_KINDS.get(source.kind, '')}{source.id.removesuffix('/ends')} on {shown}{lag}"
    task = facts.plan.tasks[source.id]
    if arc.type in (SS, SF):
        return f"{waits} {named(task)}, which starts on {facts.schedule.tasks[task.id].first_day}{lag}"
    return f"{waits} {named(task)}, which {reached(facts, task.id)}{lag}"


def cause_places(facts: Facts, pin: BrokenPin) -> list[Related]:
    """Where what the task waits for is written."""
    cause = pin.cause
    if cause is None or cause.arc is None:
        return [Related(cause.place, reason(facts, pin))] if cause is not None and cause.place is not None else []
    source = facts.problem.nodes[cause.arc.source].id
    places = [
        Related(link.place, f"it waits for {source}")
        for link in facts.plan.dependencies.get(pin.task.id, ())
        if link.target == source
    ][:1]
    if source in facts.plan.tasks:
        places.append(Related(facts.plan.tasks[source].place, f"{source} {reached(facts, source)}"))
    return places


def followers(pin: BrokenPin) -> str:
    """A clause about what moves along."""
    if not pin.behind:
        return ""
    if len(pin.behind) == 1:
        return f"; {pin.behind[0]}, which is planned to follow, moves too"
    return f"; {pin.behind[0]} and {len(pin.behind) - 1} more tasks, which are planned to follow, move too"
