"""DG104: a project ends in several tasks, and nothing says what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Project
    from roadmap.model.task import Task


@check(
    "DG104",
    "loose-end",
    severity="info",
    profile="strict",
    scope="item",
    clause="tasks of a project that nothing needs",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 2: every activity but the last has a successor",
)
def loose_end(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    if plan.unread:
        return  # what needs them may stand in a file that could not be read
    needed = {link.target for links in plan.dependencies.values() for link in links}
    needed.update(link.target for link in plan.after.values())
    for project in plan.projects.values():
        if project.deadline is not None or project.id in needed or project.status == "done":
            continue
        loose = [task for task in project.tasks.values() if task.id not in needed and _is_loose(task, facts)]
        if len(loose) < 2 or len(loose) == len(project.tasks):
            continue
        yield _finding(rule, project, sorted(loose, key=lambda task: task.place))


def _is_loose(task: Task, facts: Facts) -> bool:
    """Whether a task still to be done has no purpose of its own: no release, no day by which it is wanted, nothing
    that it gives to others."""
    wanted = task.ships_on or task.deadline or task.provides or (task.request and task.request.promised)
    return not wanted and task.status != "done" and task.id in facts.network


def _finding(rule: Rule, project: Project, loose: list[Task]) -> Finding:
    names = listed([task.id for task in loose])
    return rule.finding(
        f"{named(project)} ends in {counted(len(loose), 'task')} that nothing needs, {names}: link them to what uses "
        "their results, give the project a deadline, or drop what is not needed.",
        loose[0].place,
        items=(project.id,),
        more=(task.id for task in loose),
        act=[project.team, *(task.team for task in loose)],
        related=[Related(task.place, "nothing needs this either") for task in loose[1:]],
    )
