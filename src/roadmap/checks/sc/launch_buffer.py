"""SC115: too little time between what a launch needs and the launch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.room import buffer_wanted, room, roomy_day, wanted
from roadmap.checks.shipping import due, finish_by, reached
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import called, days_of, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates


@check(
    "SC115",
    "launch-buffer",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="buffer before a launch too small",
    source="critical chain project management: a buffer before the date that was promised (Goldratt, 1997)",
)
def launch_buffer(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for campaign, launch in coming_launches(facts):
        if launch.met and launch.decided_by is not None:
            left = max(launch.float_, 0)
            same_day = launch.possible == launch.written and bool(facts.schedule.tasks[launch.decided_by].releases)
            if left < wanted(facts, launch) or same_day:
                yield _finding(facts, rule, campaign, launch, left)


def _finding(facts: Facts, rule: Rule, campaign: Campaign, launch: LaunchDates, left: int) -> Finding:
    assert launch.decided_by is not None and launch.possible is not None
    task = facts.plan.tasks[launch.decided_by]
    calendar = launch_days(facts, launch)
    days, least = wanted(facts, launch), room(facts, launch)
    by = due(facts, task.id, calendar.backward(launch.written, least))
    remedy = f"launch on {iso(roomy_day(facts, launch, least))} or later"
    if by is not None and by.end > facts.problem.today:
        remedy += f", or finish {called(task)} {finish_by(by)}"
    if launch.possible == launch.written and facts.schedule.tasks[task.id].releases:
        short = "the day of the launch itself, with nothing left if the release slips"
    else:
        short = f"{days_of(left) if left else 'no working day'} before the launch"
    wants = f", where a buffer of {days_of(days)} is wanted" if days else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} needs {named(task)}, which {reached(facts, task.id)}, {short}{wants}: "
        f"{remedy}.",
        launch_place(campaign, launch),
        items=(launch.id,),
        act=(campaign.team,),
        know=(task.team, *(facts.plan.trains[train].team for train in task.ships_on if train in facts.plan.trains)),
        related=[
            Related(task.place, f"{called(task)} {reached(facts, task.id)}"),
            *buffer_wanted(facts, launch),
        ],
        evidence={"buffer": left, "wanted": least, "available": iso(launch.possible), "launch": iso(launch.written)},
    )
