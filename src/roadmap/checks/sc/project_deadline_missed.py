"""SC107: a project is not finished by its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.driving import chain_to
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.chains import deciding_places
from roadmap.checks.sc.misses import Miss, misses
from roadmap.checks.sc.overdue import beginnings, overdue
from roadmap.checks.shipping import due, finish_by, reached
from roadmap.checks.wording import called, counted, gap, iso, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Project


@check(
    "SC107",
    "project-deadline-missed",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="deadline missed (of a project)",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 7 (reasonable total float)",
)
def project_deadline_missed(facts: Facts, rule: Rule) -> Iterator[Finding]:
    late: dict[str, list[Miss]] = {}
    for miss in misses(facts, "deadline"):
        if miss.of != miss.task:
            late.setdefault(miss.of, []).append(miss)
    for project, missed in sorted(late.items()):
        yield _finding(facts, rule, facts.plan.projects[project], missed)


def _finding(facts: Facts, rule: Rule, project: Project, missed: list[Miss]) -> Finding:
    last = max(missed, key=lambda miss: (miss.reached, miss.task))
    task = facts.plan.tasks[last.task]
    steps = chain_to(facts, task.id)
    calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
    end = iso(last.reached if task.ships_on else last.reached - 1)
    remedy = f"move the deadline to {end}"
    by = due(facts, task.id, last.needed)
    if by is not None and by.end > facts.problem.today:
        remedy += f", or finish {called(task)} {finish_by(by)}"
    begin = overdue(facts, [f"deadline {project.id}"])
    more = f" ({counted(len(missed) - 1, 'more task')} of it also)" if len(missed) > 1 else ""
    return rule.finding(
        f"{named(project)} has the deadline {project.deadline}, but its {named(task)} {reached(facts, task.id)} at the "
        f"earliest, {gap(last.needed, last.reached, calendar)} late{more}: {remedy}.",
        project.where("deadline"),
        items=(project.id,),
        act=(project.team, *(one.team for one in begin)),
        know=[facts.plan.tasks[miss.task].team for miss in missed],
        related=[*beginnings(facts, begin), *deciding_places(steps)],
        evidence={
            "needed": project.deadline.isoformat() if project.deadline else None,
            "earliest": end,
            "days_late": calendar.count(last.needed, last.reached),
            "chain": [step.text for step in steps],
            "late": [miss.task for miss in missed],
            "overdue": [one.id for one in begin],
        },
    )
