"""LT208: nobody has said how long something takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "LT208",
    "no-estimate",
    severity="warning",
    profile="standard",
    scope="item",
    clause="no estimate",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 4 (durations of activities)",
)
def no_estimate(facts: Facts, rule: Rule) -> Iterator[Finding]:
    without: dict[str, list[Task]] = {}
    for task in standing(facts).pending:
        # A single planned date is how a milestone is written, and two give the duration.
        no_length = task.duration is None and task.effort is None and task.start is None and task.finish is None
        if no_length and not _written_elsewhere(facts, task):
            without.setdefault(task.initiative, []).append(task)
    for initiative, tasks in without.items():
        more = f", as {_do(len(tasks) - 1)} of {initiative}" if len(tasks) > 1 else ""
        yield rule.finding(
            f"{named(tasks[0])} has no estimate and counts as no time at all{more}: write how long it takes "
            "(`duration: 3d`, or `duration: 2d..3d..6d`), or `duration: 0d` for a milestone.",
            tasks[0].place,
            items=(initiative,),
            act=[task.team for task in tasks],
            know=(facts.plan.initiatives[initiative].team,),
            related=[Related(task.place, f"{called(task)} has no estimate either") for task in tasks[1:]],
            evidence={"tasks": [task.id for task in tasks]},
        )


def _written_elsewhere(facts: Facts, task: Task) -> bool:
    """Whether an estimate stands there that cannot be read, or a service or template that may have one: that is told
    already."""
    service = facts.plan.services.get(task.service or "")
    if service is not None and (service.wrote("duration") or service.wrote("effort")):
        return True
    if facts.plan.initiatives[task.initiative].unclear("use"):  # a template may have one
        return True
    return task.wrote("duration") or task.wrote("effort") or (service is None and task.wrote("service"))


def _do(number: int) -> str:
    return f"{'does' if number == 1 else 'do'} {counted(number, 'more task')}"
