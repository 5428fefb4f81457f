"""TS608: IT works, and the plan names no technology."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import counted, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "TS608",
    "technologies-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="no register of technologies in the whole workspace",
    source="ISO/IEC 19770-1, IT asset management: what is used is known and has a status",
)
def technologies_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    it = {team.id for team in plan.teams.values() if team.function == "it"}
    if plan.technologies or plan.unread or not it:
        return
    tasks = [task for task in standing(facts).open if task.team in it]
    if tasks:
        yield rule.finding(
            f"IT works on {counted(len(tasks), 'task')}, and the plan names no technology: write in `technologies` "
            f"what may be used, and begin with what {named(tasks[0])} `uses`.",
            tasks[0].place,
            act=[task.team for task in tasks],
        )
