"""DG107: a must waits for what its planner may leave out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.waiting import told, waiting_for
from roadmap.checks.wording import called, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "DG107",
    "must-on-optional",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a must that hangs on a should or a could",
    source="MoSCoW prioritisation (DSDM): a must cannot depend on what may be left out",
)
def must_on_optional(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    optional = {
        task.id: task.id
        for task in saying(facts, "priority")
        if task.priority != "must" and task.status != "done" and task.id in facts.network
    }
    for name, waits in waiting_for(facts, optional).items():
        musts = [wait for wait in waits if plan.tasks[wait.task].priority == "must"]
        if not musts:
            continue
        task = plan.tasks[name]
        which = "it is a must" if len(musts) == 1 else "they are musts"
        yield rule.finding(
            f"{told(facts, musts)} for {named(task)}, which may be left out as a “{task.priority}”, although {which}: "
            f"make {called(task)} a must, or remove the link.",
            musts[0].place,
            items=(name,),
            more=(wait.task for wait in musts),
            act=[task.team, *(plan.tasks[wait.task].team for wait in musts)],
            related=[
                *(Related(wait.place, f"{wait.task} waits for it as well") for wait in musts[1:]),
                Related(task.where("priority"), f"a “{task.priority}”, as it says here"),
            ],
        )
