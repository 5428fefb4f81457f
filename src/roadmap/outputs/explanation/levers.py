"""What could move a date, read off its driving chain: each sentence names one thing that somebody could do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from roadmap.checks.sc.room import room_of
from roadmap.checks.wording import days_of, gap, listed
from roadmap.model.plan import Plan
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.schedule.asks import finish_by
from roadmap.schedule.problem import MUST, Node, Problem
from roadmap.schedule.result import Schedule, Step, day, last_day

WEEKEND = 3
"""Days off that nobody can do anything about."""

_WAITS = {"release": "for its release", "notice": "of notice", "calendar": "until work is possible", "link": "of lag"}


def levers(chain: Sequence[Step], plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """A line or more for each: what is missing, the beginning of the chain, the releases missed, what takes longest."""
    for text in (
        *_short(chain, plan, problem, schedule),
        *_beginning(chain, plan),
        *_missed(chain, problem, schedule),
        *_longest(chain),
    ):
        yield from page.item(text)


def _short(chain: Sequence[Step], plan: Plan, problem: Problem, schedule: Schedule) -> Iterator[str]:
    """By how much the work that decides a launch ends too late for it and for its buffer, and what else is too late."""
    launch = schedule.launches.get(chain[-1].node) if chain else None
    if launch is None or launch.launched is not None or launch.decided_by is None:
        return
    calendar = problem.nodes[problem.index[launch.id]].calendar
    room = room_of(launch, plan.settings.buffer, calendar, schedule)
    short = _too_long(launch.decided_by, launch.written, problem, schedule)
    shorter = _too_long(launch.decided_by, calendar.backward(launch.written, room), problem, schedule)
    if launch.met:
        if shorter:
            yield f"The launch has a buffer of {days_of(room)} once this chain is {shorter} shorter."
        return
    if not short:
        return
    text = f"The launch holds once this chain is {short} shorter"
    if shorter not in ("", short):
        text += f", with a buffer of {days_of(room)} once it is {shorter} shorter"
    along = {step.node for step in chain}
    others = [
        problem.nodes[member].id
        for member in problem.nodes[problem.index[launch.id]].members
        if problem.nodes[member].rank == MUST and schedule.moments.available[member] > launch.written
    ]
    others = sorted(other for other in others if other not in along)
    if others:
        text += f"; {listed(others)} {'is' if len(others) == 1 else 'are'} too late for it as well"
    yield f"{text}."


def _too_long(task: str, needed: int, problem: Problem, schedule: Schedule) -> str:
    """By how much a task ends too late to be available at a boundary; empty where it does not, or where no release is
    that early, however short its chain."""
    position = problem.index[task]
    node, end = problem.nodes[position], schedule.moments.end[position]
    assert node.work is not None
    if any(timetable.finish_by(needed) is None for timetable in node.work.trains):
        return ""
    by = finish_by(node, needed)
    if end <= by:
        return ""
    return days_of(end - by, elapsed=True) if node.work.elapsed else gap(by, end, node.calendar)


def _beginning(chain: Sequence[Step], plan: Plan) -> Iterator[str]:
    first = chain[0] if chain else None
    if first is None:
        return
    if first.kind == "today":
        yield "The chain begins today: a day that its first step waits is a day lost, unless a later wait absorbs it."
    elif first.kind == "start":
        yield f"The chain begins on {day_text(day(first.boundary))}, where the settings let the roadmap start."
    elif first.kind == "not-before":
        yield f"The chain begins with `not-before` of {first.node}: if that can be earlier, what follows may be."
    elif first.kind == "pin":
        yield f"The chain begins with the planned date of {first.node}: if that can be earlier, what follows may be."
    elif first.kind == "notice":
        team = plan.tasks[first.node].team or "the team"
        yield f"The chain begins with a request: once {team} accepts {first.node}, the notice no longer binds."


def _missed(chain: Sequence[Step], problem: Problem, schedule: Schedule) -> Iterator[str]:
    """The release before the one that carries each shipped task on the chain."""
    for step in chain:
        node = problem.nodes[problem.index[step.node]]
        if step.kind == "release" and node.work is not None:
            yield from _missed_by(node, problem, schedule)


def _missed_by(node: Node, problem: Problem, schedule: Schedule) -> Iterator[str]:
    position = problem.index[node.id]
    assert node.work is not None
    work, end = node.work, schedule.moments.end[position]
    available_after = cache(work.available)  # many trains can have one gate
    for timetable, carrier, pinned in zip(
        work.trains, schedule.moments.carriers[position], work.pinned_releases, strict=True
    ):
        missed = timetable.missed(carrier, pinned)
        if missed is None or timetable.gates[missed] <= problem.today:
            continue
        gate = timetable.gates[missed]
        available, now = available_after(gate), schedule.moments.available[position]
        if available is None or (carrier is not None and (timetable.days[carrier] < now or available >= now)):
            continue  # another train decides
        yield (
            f"{node.id} misses {timetable.releases[missed].id} by {days_of(node.calendar.count(gate, end))}: "
            f"finished by {day_text(last_day(gate))}, it would be available on {day_text(day(available))}."
        )


def _longest(chain: Sequence[Step]) -> Iterator[str]:
    """The longest work and the longest wait."""
    work = [step for step in chain if step.kind == "work"]
    waits = [step for step in chain if step.days > (WEEKEND if step.kind == "calendar" else 0) and step.kind in _WAITS]
    if work:
        step = max(work, key=lambda step: step.days)
        yield f"The longest work is {step.node}, {days_of(step.days, not step.working)}."
    if waits:
        step = max(waits, key=lambda step: step.days)
        length = days_of(step.days, not step.working)
        yield f"The longest wait is that of {step.node}: {length} {_WAITS[step.kind]}."
    if len(work) > 1 and all(step.working for step in work):
        yield f"Together, the {len(work)} tasks on the chain take {days_of(sum(step.days for step in work))}."
