"""Faults become findings: what could not be read as meant was noticed while the plan was built; one kind a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.plan import Plan
    from roadmap.source.faults import FaultKind

_LINE = re.compile(r"\blines? \d+")


def faults_of(kind: FaultKind, facts: Facts, rule: Rule) -> Iterator[Finding]:
    """The faults of one kind as findings of a rule. The evidence holds the one text that should stand there instead,
    where there is one."""
    for fault in facts.faults:
        if fault.kind == kind:
            yield rule.finding(
                fault.message,
                fault.place,
                items=fault.items,
                act=[_team(item, facts.plan) for item in fault.items],
                related=fault.related,
                evidence={"suggestion": fault.suggestion} if fault.suggestion is not None else None,
                key=f"{fault.place.path}: {_LINE.sub('line', fault.message)}",
            )


def _team(item: str, plan: Plan) -> str | None:
    """The team that would mend what is wrong with an item."""
    if item in plan.tasks:
        return plan.tasks[item].team or plan.initiatives[plan.tasks[item].initiative].team
    thing = plan.initiatives.get(item) or plan.trains.get(item) or plan.services.get(item)
    return thing.team if thing else None
