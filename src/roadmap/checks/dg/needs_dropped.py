"""DG105: something waits for a task that is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.waiting import told, waiting_for
from roadmap.checks.wording import named
from roadmap.network import UNSCHEDULED
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "DG105",
    "needs-dropped",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a dependency on a task that is dropped",
    source="schedule, Time: links from dropped tasks are ignored and reported, not bridged",
)
def needs_dropped(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    dropped = {
        task.id: task.id
        for task in saying(facts, "status")
        if task.status == "dropped" and plan.initiatives[task.initiative].status not in UNSCHEDULED
    }
    for name, waits in waiting_for(facts, dropped).items():
        task = plan.tasks[name]
        yield rule.finding(
            f"{told(facts, waits)} for {named(task)}, which is dropped, so that nothing is waited for any more: "
            "remove the link, or name what is needed instead.",
            waits[0].place,
            items=(name,),
            more=(wait.task for wait in waits),
            act=[plan.tasks[wait.task].team for wait in waits],
            know=(task.team,),
            related=[
                *(Related(wait.place, f"{wait.task} waits for it as well") for wait in waits[1:]),
                Related(task.where("status"), "dropped here"),
            ],
        )
