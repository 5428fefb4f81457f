"""LT206: a team has declined what is still needed of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding, Severity
    from roadmap.model.task import Request, Task
    from roadmap.schedule.result import TaskDates


@check(
    "LT206",
    "declined",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="declined, and still needed",
    source="Last Planner System (Ballard, 2000): a team may say no, and the plan then has to change",
)
def declined(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, dates in standing(facts).requested:
        if task.request is not None and task.request.answer == "declined":
            yield _finding(facts, rule, task, dates, task.request)


def _finding(facts: Facts, rule: Rule, task: Task, dates: TaskDates, request: Request) -> Finding:
    initiative = facts.plan.initiatives[task.initiative]
    when = f" on {request.answered}" if request.answered else ""
    because = f" (because: {request.because})" if request.because else ""
    words, related = f"{called(initiative)} still plans with it", []
    goal = bound(facts, dates.bound_by) if is_written(dates.bound_by) else None
    if goal is not None and goal.item != task.id:
        words = f"{goal.words} still needs it"
        related = [Related(goal.place, words)]
    offer = f"take the offered {request.offered}, " if request.offered else ""
    return rule.finding(
        f"{task.team} declined {named(task)}{when}{because}, and {words}: "
        f"{offer}find another way, or drop it (`status: dropped`).",
        task.where("request", "answer"),
        items=(task.id,),
        act=(initiative.team,),
        know=(task.team,),
        related=related,
        evidence={
            "answered": request.answered.isoformat() if request.answered else None,
            "because": request.because,
            "offered": request.offered.isoformat() if request.offered else None,
        },
        severity=_severity(task, hard=goal is not None and goal.hard),
    )


def _severity(task: Task, hard: bool) -> Severity:
    """By how much it is needed, and whether for a hard date."""
    if task.priority == "could":
        return "info"
    return "error" if task.priority == "must" and hard else "warning"
