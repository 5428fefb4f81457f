"""SC111: something is finished before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "SC111",
    "finish-before-start",
    severity="error",
    profile="minimal",
    scope="item",
    clause="finish before start",
    source="DCMA 14-point assessment, check 9 (invalid dates)",
)
def finish_before_start(facts: Facts, rule: Rule) -> Iterator[Finding]:
    work = standing(facts)
    for task, _ in work.dated:
        if task.finish is not None and task.start is not None and task.finish < task.start:
            yield _finding(rule, task, ("start",), task.start, ("finish",), task.finish)
    for task in work.recorded:
        if task.finished is not None and task.started is not None and task.finished < task.started:
            yield _finding(rule, task, ("started",), task.started, ("finished",), task.finished)
    for task, _ in work.requested:
        request = task.request
        if request is not None and request.answered and request.asked and request.answered < request.asked:
            yield _finding(rule, task, ("request", "asked"), request.asked, ("request", "answered"), request.answered)


def _finding(
    rule: Rule, task: Task, earlier: tuple[str, ...], first: dt.date, later: tuple[str, ...], last: dt.date
) -> Finding:
    return rule.finding(
        f"{named(task)} has `{later[-1]}: {last}` before `{earlier[-1]}: {first}`: correct one of the two dates.",
        task.where(*later),
        items=(task.id,),
        act=(task.team,),
        related=(Related(task.where(*earlier), f"`{earlier[-1]}` is {first}"),),
        evidence={earlier[-1]: first.isoformat(), later[-1]: last.isoformat()},
        key=later[-1],
    )
