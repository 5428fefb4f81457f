"""OW507: work of another team, in which nobody is responsible for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import work_of_others
from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "OW507",
    "nobody-responsible",
    severity="warning",
    profile="standard",
    scope="item",
    clause="another team's task with nobody responsible in it",
    source="RACI: somebody does the work (PMBOK Guide, responsibility assignment matrix)",
)
def nobody_responsible(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not saying(facts, "responsible"):
        return
    for name, work in work_of_others(facts).items():
        without = [task for task in work if not (task.wrote("responsible") or task.wrote("owner"))]
        if without:
            without.sort(key=lambda task: task.place)
            initiative, teams = facts.plan.initiatives[name], sorted({task.team for task in without if task.team})
            words = [named(task) for task in without]
            what = words[0] if len(words) == 1 else f"{counted(len(words), 'task')} ({listed(words)})"
            yield rule.finding(
                f"Nobody in {listed(teams)} is responsible for {what} in {named(initiative)}: name whom to turn to "
                "(`responsible`).",
                without[0].place,
                more=(task.id for task in without),
                act=teams,
                know=(initiative.team,),
                related=[
                    Related(task.place, f"nobody is named in {task.team} either")
                    for task in without
                    if task.place != without[0].place
                ],
            )
