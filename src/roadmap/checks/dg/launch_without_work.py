"""DG108: a launch that no task precedes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named
from roadmap.source.nodes import MappingNode

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign


@check(
    "DG108",
    "launch-without-work",
    severity="warning",
    profile="standard",
    scope="item",
    clause="a launch that no task precedes",
    source="critical path method: a date that nothing leads to cannot be checked",
)
def launch_without_work(facts: Facts, rule: Rule) -> Iterator[Finding]:
    incoming = facts.network.incoming
    for campaign in facts.plan.campaigns.values():
        if campaign.status != "planned" or campaign.launched is not None or _lost_its_tasks(campaign):
            continue
        empty = [
            market
            for market, node in campaign.launch_ids.items()
            if campaign.launches[market].launched is None and not incoming[node]
        ]
        if not empty:
            continue
        dates = [str(campaign.launches[market].date) for market in empty]
        where = f" in {listed(empty)}" if empty != [""] else ""
        yield rule.finding(
            f"{named(campaign)} launches{where} on {listed(dates)}, and {_why(campaign)}: write what it "
            "takes, so that the date can be checked, or say `status: idea` for now.",
            campaign.where("launches", empty[0]) if where else campaign.where("launch"),
            items=(campaign.id,),
            act=(campaign.team,),
        )


def _lost_its_tasks(campaign: Campaign) -> bool:
    """Whether tasks are written or used that could not be read: that is a finding of its own."""
    written = campaign.node.values.get("tasks") if isinstance(campaign.node, MappingNode) else None
    return not campaign.tasks and (bool(campaign.use) or (isinstance(written, MappingNode) and bool(written.values)))


def _why(campaign: Campaign) -> str:
    if not campaign.tasks:
        return "has no tasks"
    dropped = sum(task.status == "dropped" for task in campaign.tasks.values())
    after = sum(task.after_launch and task.status != "dropped" for task in campaign.tasks.values())
    elsewhere = len(campaign.tasks) - dropped - after
    reasons = [
        *([f"{dropped} {'is' if dropped == 1 else 'are'} dropped"] if dropped else []),
        *([f"{after} {'follows' if after == 1 else 'follow'} the launch"] if after else []),
        *([f"{elsewhere} {'is' if elsewhere == 1 else 'are'} for other markets"] if elsewhere else []),
    ]
    if len(campaign.tasks) == 1:
        return f"its only task {listed(reasons).removeprefix('1 ')}"
    return f"none of its {len(campaign.tasks)} tasks precedes that ({listed(reasons)})"
