"""SC121: a campaign was launched, and something that the launch must have is not done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.order import how_far
from roadmap.checks.standing import finished
from roadmap.checks.wording import called, counted, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.schedule.result import LaunchDates


@check(
    "SC121",
    "launched-before-needs",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="done before what it needs (of a launch)",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 9: out-of-sequence progress",
)
def launched_before_needs(facts: Facts, rule: Rule) -> Iterator[Finding]:
    over = finished(facts)
    for launch in facts.schedule.launches.values():
        if launch.launched is not None and launch.launched <= facts.problem.today and launch.campaign not in over:
            missing = _missing(facts, launch)
            if missing:
                yield _finding(facts, rule, launch, missing)


def _missing(facts: Facts, launch: LaunchDates) -> list[str]:
    nodes = facts.problem.nodes
    members = (nodes[member].id for member in nodes[facts.problem.index[launch.id]].members)
    needed = (facts.plan.tasks[name] for name in members)
    return sorted(
        task.id for task in needed if task.priority == "must" and task.status != "done" and not task.unclear("status")
    )


def _finding(facts: Facts, rule: Rule, launch: LaunchDates, missing: list[str]) -> Finding:
    assert launch.launched is not None
    campaign = facts.plan.campaigns[launch.campaign]
    tasks = [facts.plan.tasks[name] for name in missing]
    market = f" in {launch.market}" if launch.market else ""
    more = f" ({counted(len(tasks) - 1, 'more must')} of it also)" if len(tasks) > 1 else ""
    return rule.finding(
        f"{named(campaign)} was launched{market} on {iso(launch.launched)}, but {named(tasks[0])}, which the launch "
        f"must have, {how_far(tasks[0])}{more}: "
        "record it as done or dropped, or say that it follows (`after-launch: true`).",
        launch_place(campaign, launch),
        items=(launch.id,),
        act=(campaign.team, *(task.team for task in tasks)),
        related=[Related(task.place, f"{called(task)} {how_far(task)}") for task in tasks],
        evidence={"launched": iso(launch.launched), "open": missing},
    )
