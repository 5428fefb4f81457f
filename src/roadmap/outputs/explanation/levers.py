"""What could move a date, read off its driving chain: each sentence names one thing that somebody could do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.checks.wording import days_of
from roadmap.model.plan import Plan
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.schedule.problem import Node, Problem
from roadmap.schedule.result import Schedule, Step, day, last_day

WEEKEND = 3
"""Days off that nobody can do anything about."""

_WAITS = {"release": "for its release", "notice": "of notice", "calendar": "until work is possible", "link": "of lag"}


def levers(chain: Sequence[Step], plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """A line or more for each: what is missing, the beginning of the chain, the releases missed, what takes longest."""
    for text in (
        *_short(chain, schedule),
        *_beginning(chain, plan),
        *_missed(chain, problem, schedule),
        *_longest(chain),
    ):
        yield from page.item(text)


def _short(chain: Sequence[Step], schedule: Schedule) -> Iterator[str]:
    """How much is missing to a launch."""
    launch = schedule.launches.get(chain[-1].node) if chain else None
    if launch is not None and launch.launched is None and launch.float_ < 0:
        yield f"The launch holds once this chain is {days_of(-launch.float_)} shorter."


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
    end = schedule.moments.end[position]
    for timetable, carrier in zip(node.work.trains, schedule.moments.carriers.get(position, ()), strict=True):
        before = (carrier if carrier is not None else len(timetable.releases)) - 1
        if before < 0 or timetable.gates[before] >= end or timetable.gates[before] <= problem.today:
            continue
        short = node.calendar.count(timetable.gates[before], end)
        gate, release = day_text(last_day(timetable.gates[before])), timetable.releases[before]
        yield (
            f"{node.id} misses {release.id} by {days_of(short)}: finished by {gate}, "
            f"it would be available on {day_text(release.date)}."
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
