"""RF119: a service that no task asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RF119",
    "unused-service",
    severity="info",
    profile="strict",
    scope="whole",
    clause="a service that no task asks for",
    source="housekeeping, as linters report a name that is never used",
)
def unused_service(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    if plan.unread or not plan.services:
        return
    asked = {task.service for task in saying(facts, "service")}
    for service in plan.services.values():
        if service.id not in asked:
            yield rule.finding(
                f"No task asks for the service {named(service)}: remove it, or name it as `service` where "
                f"{service.team or 'its team'} is asked for it, so that its notice counts.",
                service.place,
                items=(service.id,),
                act=(service.team,),
            )
