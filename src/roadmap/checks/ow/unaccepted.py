"""OW510: work of other teams that they have not accepted yet."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from roadmap.checks.lt.told import told_as_requests
from roadmap.checks.ongoing import work_of_others
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "OW510",
    "unaccepted",
    severity="info",
    profile="strict",
    scope="item",
    clause="a cross-team task accepted by nobody: not begun",
    source="Last Planner System (Ballard, 2000): a request is no promise until it is answered",
)
def unaccepted(facts: Facts, rule: Rule) -> Iterator[Finding]:
    told = told_as_requests(facts)
    for name, work in work_of_others(facts).items():
        waiting = [task for task in work if task.status == "planned" and _is_open(task) and task.id not in told]
        if waiting:
            placed = sorted(((task.place, task) for task in waiting), key=itemgetter(0))
            first, waiting = placed[0][0], [task for _, task in placed]
            words = [f"{named(task)} of {task.team}" for task in waiting]
            initiative = facts.plan.initiatives[name]
            yield rule.finding(
                f"{named(initiative)} counts on {counted(len(waiting), 'task')} of other teams that nobody has "
                f"accepted, {listed(words)}: ask for them, and agree on their days.",
                first,
                items=(name,),
                more=(task.id for task in waiting),
                act=(initiative.team,),
                know=[task.team for task in waiting],
                related=[
                    Related(place, f"not accepted by {task.team} either") for place, task in placed if place != first
                ],
            )


def _is_open(task: Task) -> bool:
    return task.request is None or task.request.answer == "open"
