"""SC110: something is done, and what it needs is not, or was done later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.order import how_far, linked
from roadmap.checks.standing import standing
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


@check(
    "SC110",
    "done-before-needs",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="done before what it needs",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 9: out-of-sequence progress",
)
def done_before_needs(facts: Facts, rule: Rule) -> Iterator[Finding]:
    before: dict[str, list[tuple[Task, Dependency]]] = {}
    for task, needed, link in linked(facts, standing(facts).done):
        if _missing(needed, link) or _later(task, needed, link):
            before.setdefault(needed.id, []).append((task, link))
    for name, done in sorted(before.items()):
        yield _finding(facts, rule, facts.plan.tasks[name], done)


def _missing(needed: Task, link: Dependency) -> bool:
    if needed.unclear("status"):
        return False
    if link.type in ("SS", "SF"):
        return needed.status == "planned"
    return needed.status != "done"


def _later(task: Task, needed: Task, link: Dependency) -> bool:
    """Whether what was needed came about only after the task was finished."""
    came = needed.started if link.type in ("SS", "SF") else needed.finished
    return task.finished is not None and came is not None and came > task.finished


def _finding(facts: Facts, rule: Rule, needed: Task, done: list[tuple[Task, Dependency]]) -> Finding:
    first, link = done[0]
    more = f" and {counted(len(done) - 1, 'more task')}" if len(done) > 1 else ""
    if _missing(needed, link):
        message = (
            f"{named(first)}{more}, done, needed {named(needed)}, which {how_far(needed)}: "
            f"record how far {needed.id} is, or take the link out."
        )
        place = needed.where("status") if needed.wrote("status") else needed.place
    else:
        key = "started" if link.type in ("SS", "SF") else "finished"
        message = (
            f"{named(first)}{more}, finished on {first.finished}, needed {named(needed)}, which was {key} later, on "
            f"{getattr(needed, key)}: correct one of the dates, or take the link out."
        )
        place = needed.where(key)
    return rule.finding(
        message,
        place,
        items=(needed.id,),
        act=(needed.team,),
        know=[task.team for task, _ in done],
        related=[Related(link.place, f"{task.id}, which is done, needs it") for task, link in done],
        evidence={"done": [task.id for task, _ in done]},
    )
