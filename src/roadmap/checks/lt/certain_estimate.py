"""LT209: the work of another team is planned as if nothing could come between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lt.estimate_below_service import below_service
from roadmap.checks.ongoing import scheduled_work_of_others
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "LT209",
    "certain-estimate",
    severity="info",
    profile="strict",
    scope="pair",
    clause="a certain estimate on another team's task",
    source="PERT (1958): an estimate has an optimistic, a likely and a pessimistic value",
)
def certain_estimate(facts: Facts, rule: Rule) -> Iterator[Finding]:
    certain: dict[tuple[str, str], list[Task]] = {}
    too_small = {task.id for task, _, _ in below_service(facts)}  # which LT207 tells of the same estimate
    for task in scheduled_work_of_others(facts):
        if task.status == "planned" and task.id not in too_small and _is_certain(task):
            certain.setdefault((task.initiative, task.team or ""), []).append(task)
    for (initiative, team), tasks in sorted(certain.items()):
        more = f" ({counted(len(tasks) - 1, 'more task')} of {team} also)" if len(tasks) > 1 else ""
        yield rule.finding(
            f"{named(tasks[0])} is planned by {facts.plan.initiatives[initiative].team} for {team} with an estimate "
            f"that leaves nothing open{more}: ask {team} for a range (`duration: 3d..5d..8d`).",
            tasks[0].where(_key(tasks[0])),
            items=(initiative, team),
            act=(facts.plan.initiatives[initiative].team,),
            know=(team,),
            related=[Related(task.where(_key(task)), f"{called(task)} has no range either") for task in tasks[1:]],
            evidence={"tasks": [task.id for task in tasks]},
        )


def _is_certain(task: Task) -> bool:
    if task.request is not None and task.request.answer != "open":
        return False
    if task.effort is not None:
        return task.effort.optimistic == task.effort.pessimistic
    return task.duration is not None and task.duration.certain and task.duration.likely.amount > 0


def _key(task: Task) -> str:
    return "effort" if task.effort is not None else "duration"
