"""LT204: something was asked, and what the service needs for it is nowhere to come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lt.notice import missing
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Request, Task


@check(
    "LT204",
    "request-incomplete",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="asked but incomplete (what the service needs and nobody gives or provides)",
    source="service catalogue: what a request must hold before its notice begins (ITIL)",
)
def request_incomplete(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for task, request, things in incomplete(facts):
        service = facts.plan.services[task.service or ""]
        yield rule.finding(
            f"The request {named(task)} of {request.asked} to {task.team} is not complete: nobody gives "
            f"{listed(things)}, which {service.id} needs, so its notice has not begun; note the day under "
            f"`given` when it is handed over, or let a task provide it (`provides: [{things[0]}]`).",
            task.where("request", "asked"),
            items=(task.id,),
            act=(facts.plan.initiatives[task.initiative].team,),
            know=(task.team,),
            related=[Related(service.where("needs-from-asker"), f"what {service.id} needs from the asker")],
            evidence={"asked": request.asked.isoformat() if request.asked else None, "missing": things},
        )


def incomplete(facts: Facts) -> Iterator[tuple[Task, Request, list[str]]]:
    """What was asked and not answered, and what its service needs that nobody gives or provides."""
    for task, _ in standing(facts).requested:
        request = task.request
        if request is not None and request.asked is not None and request.answer == "open" and task.service is not None:
            things = missing(facts, task)
            if things:
                yield task, request, things
