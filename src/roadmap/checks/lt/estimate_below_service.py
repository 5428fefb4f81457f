"""LT207: an estimate is smaller than what the service usually takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.registry import Rule, check
from roadmap.checks.remembered import remembered
from roadmap.checks.standing import scheduled_saying
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.service import Service
    from roadmap.model.task import Task


class Below(NamedTuple):
    """The field with the estimate; the task's own likely value and the three of the service, in one unit."""

    key: str
    own: float
    usual: float
    least: float
    most: float
    unit: str


@check(
    "LT207",
    "estimate-below-service",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="estimate below what the service usually takes",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 4: durations come from those who do the work",
)
def estimate_below_service(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, service, below in below_service(facts):
        yield rule.finding(
            f"{named(task)} is estimated at {below.own:g} {below.unit}, but {named(service)} usually takes "
            f"{below.usual:g} ({below.least:g} to {below.most:g}): leave the estimate to the service, "
            f"or let {task.team} accept it.",
            task.where(below.key),
            items=(task.id,),
            act=(facts.plan.initiatives[task.initiative].team,),
            know=(task.team,),
            related=[Related(service.where(below.key), f"what {service.id} usually takes")],
            evidence={"estimate": below.own, "usual": below.usual, "unit": below.unit},
        )


@remembered
def below_service(facts: Facts) -> list[tuple[Task, Service, Below]]:
    """What is asked of other teams with an estimate below that of the service, and not answered."""
    found = []
    for task, _ in scheduled_saying(facts, "service"):
        if task.status != "planned" or task.team == facts.plan.initiatives[task.initiative].team:
            continue
        if task.request is not None and task.request.answer != "open":
            continue
        service = facts.plan.services.get(task.service or "")
        below = _below(task, service, facts) if service is not None else None
        if service is not None and below is not None:
            found.append((task, service, below))
    return found


def _below(task: Task, service: Service, facts: Facts) -> Below | None:
    """The two estimates, where they are of one kind and the task's own likely value is the smaller."""
    own, usual = task.duration, service.duration
    if own is not None and usual is not None:
        week = (facts.plan.workdays.get(task.team) or facts.plan.workdays[None]).week_length
        planned, likely = own.likely.days(week), usual.likely.days(week)
        if planned >= likely or own.elapsed != usual.elapsed or not task.wrote("duration"):
            return None
        unit = "calendar days" if own.elapsed else "working days"
        return Below("duration", planned, likely, usual.optimistic.days(week), usual.pessimistic.days(week), unit)
    effort, needed = task.effort, service.effort
    if effort is not None and needed is not None and task.wrote("effort") and effort.likely < needed.likely:
        return Below("effort", effort.likely, needed.likely, needed.optimistic, needed.pessimistic, "person-days")
    return None
