"""DG106: something waits for an initiative that is an idea, paused or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.waiting import told, waiting_for
from roadmap.checks.wording import named
from roadmap.network import UNSCHEDULED
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_STATE = {"idea": "only an idea", "paused": "paused", "cancelled": "cancelled"}


@check(
    "DG106",
    "needs-shelved",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a dependency on an initiative that is an idea, paused or cancelled",
    source="schedule, Time: such initiatives schedule nothing; links from them are ignored and reported, not bridged",
)
def needs_shelved(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    shelved = [initiative for initiative in plan.initiatives.values() if initiative.status in UNSCHEDULED]
    members = {
        task: initiative.id
        for initiative in shelved
        for task in (f"{initiative.id}/{name}" for name in initiative.tasks)
    }
    ends = {node: initiative.id for initiative in shelved for node in (initiative.id, f"{initiative.id}/ends")}
    launches = {
        f"{campaign.id}@{market}": campaign.id
        for campaign in plan.campaigns.values()
        if campaign.status in UNSCHEDULED
        for market in campaign.launches
    }
    for name, waits in waiting_for(facts, {**members, **ends, **launches}).items():
        initiative = plan.initiatives[name]
        yield rule.finding(
            f"{told(facts, waits)} for {named(initiative)}, which is {_STATE[initiative.status]} and has no dates: "
            f"agree with {initiative.team or 'its team'} on when it will be there, or remove the link.",
            waits[0].place,
            items=(name,),
            more=(wait.task for wait in waits),
            act=[plan.tasks[wait.task].team for wait in waits],
            know=(initiative.team,),
            related=[
                *(Related(wait.place, f"{wait.task} waits for it as well") for wait in waits[1:]),
                Related(initiative.where("status"), f"{_STATE[initiative.status]}, as it says here"),
            ],
        )
