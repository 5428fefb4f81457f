"""Tasks that are too late for a day that is written in them: a deadline, or the day that was promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from roadmap.checks.causes import roots
from roadmap.checks.driving import chain_to
from roadmap.checks.sc.chains import deciding_places
from roadmap.checks.sc.misses import Miss, misses
from roadmap.checks.sc.overdue import beginnings, overdue
from roadmap.checks.shipping import due, finish_by, reached
from roadmap.checks.wording import called, gap, iso, named, waiting_too
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.source.nodes import Place

_PATHS = {"deadline": ("deadline",), "promised": ("request", "promised")}


def too_late_for_day(facts: Facts, rule: Rule, kind: Literal["deadline", "promised"]) -> Iterator[Finding]:
    """One finding for each task whose day is missed and that does not wait for another such task."""
    missed = {miss.task: miss for miss in misses(facts, kind) if miss.of == miss.task}
    for root, behind in roots(facts, missed).items():
        yield _finding(facts, rule, kind, missed[root], [missed[name] for name in behind])


def _finding(
    facts: Facts, rule: Rule, kind: Literal["deadline", "promised"], miss: Miss, behind: list[Miss]
) -> Finding:
    task = facts.plan.tasks[miss.task]
    initiative = facts.plan.initiatives[task.initiative]
    calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
    steps = chain_to(facts, task.id)
    day = task.deadline if kind == "deadline" else task.request.promised if task.request is not None else None
    assert day is not None
    is_for = f"has the deadline {day}" if kind == "deadline" else f"is promised by {task.team} for {day}"
    remedy = "move the deadline" if kind == "deadline" else "agree on another day"
    by = due(facts, task.id, miss.needed)
    if by is not None and by.end > facts.problem.today:
        remedy += f", or finish the work {finish_by(by)}"
    begin = overdue(facts, [f"{kind} {name}" for name in (task.id, *(other.task for other in behind))])
    others = [called(facts.plan.tasks[other.task]) for other in behind]
    also = waiting_too(others, "misses its day too", "miss theirs too")
    return rule.finding(
        f"{named(task)} {is_for}, but {reached(facts, task.id)} at the earliest, "
        f"{gap(miss.needed, miss.reached, calendar)} late: {remedy}{also}.",
        task.where(*_PATHS[kind]),
        items=(task.id,),
        act=(task.team, initiative.team if kind == "deadline" else None, *(one.team for one in begin)),
        know=[initiative.team, *(facts.plan.tasks[other.task].team for other in behind)],
        related=[
            *beginnings(facts, begin),
            *deciding_places(steps),
            *(_behind(facts, kind, other) for other in behind),
        ],
        evidence={
            "needed": day.isoformat(),
            "earliest": iso(miss.reached if task.ships_on else miss.reached - 1),
            "days_late": calendar.count(miss.needed, miss.reached),
            "chain": [step.text for step in steps],
            "behind": [other.task for other in behind],
            "overdue": [one.id for one in begin],
        },
    )


def _behind(facts: Facts, kind: str, miss: Miss) -> Related:
    task = facts.plan.tasks[miss.task]
    place: Place = task.where(*_PATHS[kind])
    return Related(place, f"{called(task)} waits for it and {reached(facts, task.id)}, too late for this day")
