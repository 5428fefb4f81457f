"""SC118: two planned dates and an estimate that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import days_of, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task
    from roadmap.schedule.problem import Node


@check(
    "SC118",
    "dates-disagree",
    severity="error",
    profile="minimal",
    scope="item",
    clause="two planned dates and a duration that disagree",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 4 (durations of activities)",
)
def dates_disagree(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, _ in standing(facts).dated:
        if task.status != "planned" or task.start is None or task.finish is None or task.finish < task.start:
            continue
        if task.duration is not None or task.effort is not None:
            node = facts.problem.nodes[facts.problem.index[task.id]]
            if _disagree(task, node):
                yield _finding(facts, rule, task, node)


def _disagree(task: Task, node: Node) -> bool:
    """Days on which nobody works, just before the planned finish, make no difference."""
    work = node.work
    assert work is not None and work.pinned_start is not None and work.pinned_end is not None
    if not work.length:
        return task.start != task.finish
    planned = work.pinned_end if work.elapsed else node.calendar.strip(work.pinned_end)
    return work.end_of(work.pinned_start, node.calendar) != planned


def _finding(facts: Facts, rule: Rule, task: Task, node: Node) -> Finding:
    work = node.work
    assert work is not None and work.pinned_start is not None and work.pinned_end is not None
    assert task.start is not None and task.finish is not None
    last = work.end_of(work.pinned_start, node.calendar) - (1 if work.length else 0)
    between = (
        work.pinned_end - work.pinned_start if work.elapsed else node.calendar.count(work.pinned_start, work.pinned_end)
    )
    length = days_of(work.length, work.elapsed) if work.length else "a milestone"
    until = f"{length}, to {iso(last)}" if work.length else f"{length} on {iso(last)}"
    key = "effort" if task.effort is not None else "duration"
    own = task.wrote(key)
    whose = f"its {key}" if own else f"the {key} that the service {task.service} usually takes"
    place = (
        task.where(key)
        if own or task.service not in facts.plan.services
        else facts.plan.services[task.service].where(key)
    )
    return rule.finding(
        f"{named(task)} is planned from {task.start} to {task.finish}, {days_of(between, work.elapsed)}, but {whose} "
        f"makes it {until}, which is what counts: "
        f"write `finish: {iso(last)}`, or take one of the three values out.",
        task.where("finish"),
        items=(task.id,),
        act=(task.team,),
        related=(
            Related(task.where("start"), f"it starts on {task.start}"),
            Related(place, f"{whose} is {length}"),
        ),
        evidence={
            "start": task.start.isoformat(),
            "finish": task.finish.isoformat(),
            "between": between,
            "length": work.length,
        },
    )
