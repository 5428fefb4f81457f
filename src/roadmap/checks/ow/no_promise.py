"""OW506: a team accepted work without saying when it will have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import work_of_others
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "OW506",
    "no-promise",
    severity="warning",
    profile="standard",
    scope="item",
    clause="accepted with no promised date",
    source="Last Planner System (Ballard, 2000): a promise names the day",
)
def no_promise(facts: Facts, rule: Rule) -> Iterator[Finding]:
    by_team: dict[str, list[Task]] = {}
    for work in work_of_others(facts).values():
        for task in work:
            request = task.request
            if request is not None and request.answer == "accepted" and not request.wrote("promised") and task.team:
                by_team.setdefault(task.team, []).append(task)
    for team, tasks in sorted(by_team.items()):
        yield _finding(facts, rule, team, tasks)


def _finding(facts: Facts, rule: Rule, team: str, tasks: list[Task]) -> Finding:
    tasks.sort(key=lambda task: task.where("request", "answer"))
    what = named(tasks[0])
    if len(tasks) > 1:
        what = f"{counted(len(tasks), 'task')}, {listed([named(task) for task in tasks])},"
    return rule.finding(
        f"{team} has accepted {what} without a day: write `promised`, the day on which it will have "
        f"{'it' if len(tasks) == 1 else 'each'}.",
        tasks[0].where("request", "answer"),
        more=(task.id for task in tasks),
        act=(team,),
        know=[facts.plan.initiatives[task.initiative].team for task in tasks],
        related=[Related(task.where("request", "answer"), f"{task.id}, too") for task in tasks[1:]],
    )
