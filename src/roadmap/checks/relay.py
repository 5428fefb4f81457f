"""Faults become findings: what could not be read as meant was noticed while the plan was built; one kind a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import in_first_ids
from roadmap.checks.remembered import remembered
from roadmap.checks.whereabouts import Whereabouts

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.plan import Plan
    from roadmap.source.faults import Fault, FaultKind

_LINE = re.compile(r"\blines? \d+")


def faults_of(kind: FaultKind, facts: Facts, rule: Rule) -> Iterator[Finding]:
    """The faults of one kind as findings of a rule. Who must act is the team of the task or initiative that the fault
    lies in. The evidence holds the one text that should stand there instead, where there is one. What is near depends
    on everything else that has a name, and so is no part of what tells faults apart."""
    first_ids = in_first_ids(facts)
    for fault in _by_kind(facts).get(kind, ()):
        item = _whereabouts(facts).item_at(fault.place)
        items = fault.items or ((item,) if item else ())
        yield rule.finding(
            fault.message,
            fault.place,
            items=items,
            act=[_team(one, facts.plan) for one in items],
            related=fault.related,
            evidence={"suggestion": fault.suggestion} if fault.suggestion is not None else None,
            key=f"{fault.place.path}: {first_ids(_LINE.sub('line', fault.gist or fault.message))}",
        )


@remembered
def _by_kind(facts: Facts) -> dict[FaultKind, list[Fault]]:
    found: dict[FaultKind, list[Fault]] = {}
    for fault in facts.faults:
        found.setdefault(fault.kind, []).append(fault)
    return found


@remembered
def _whereabouts(facts: Facts) -> Whereabouts:
    return Whereabouts(facts.plan)


def _team(item: str, plan: Plan) -> str | None:
    """The team that would mend what is wrong with an item."""
    if item in plan.tasks:
        return plan.tasks[item].team
    return plan.initiatives[item].team if item in plan.initiatives else None
