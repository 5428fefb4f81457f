"""RB804: something is in the way of work that decides when a launch can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_named, launch_place
from roadmap.checks.rb.in_the_way import Met, driven, remedy, roadblocks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, iso, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates


@check(
    "RB804",
    "roadblock-drives-launch",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="an open roadblock on the driving chain of a launch",
    source="theory of constraints: what holds up the constraint holds up the whole (Goldratt, 1984)",
)
def roadblock_drives_launch(facts: Facts, rule: Rule) -> Iterator[Finding]:
    blocked: dict[str, list[Met]] = {}
    for met in roadblocks(facts):
        if met.is_open and met.task.id in driven(facts):
            blocked.setdefault(met.task.id, []).append(met)
    for task, launches in driven(facts).items():
        yield _finding(facts, rule, blocked[task], launches)


def _told(facts: Facts, met: Met) -> str:
    """``“No brief” (no owner)``."""
    troubles = met.troubles(facts.today)
    return f"“{met.roadblock.what}”{f' ({listed(troubles)})' if troubles else ''}"


def _finding(facts: Facts, rule: Rule, mets: list[Met], launches: list[tuple[Campaign, LaunchDates]]) -> Finding:
    task = mets[0].task
    launches = sorted(launches, key=lambda pair: (pair[1].written, pair[1].id))
    campaign, launch = launches[0]
    others = counted(len(launches) - 1, "other launch", "other launches")
    too = f" (and {others})" if len(launches) > 1 else ""
    what = listed([_told(facts, met) for met in mets])
    verb, that, each = ("is", "that", "it") if len(mets) == 1 else ("are", "them", "each")
    missing = [key for key in ("owner", "due") if any(key in met.missing for met in mets)]
    write = f", and write {remedy(missing, each)}" if missing else ""
    return rule.finding(
        f"{launch_named(campaign, launch)}{too} is driven by {named(task)}, and {what} {verb} in the way there: "
        f"clear {that} before all else{write}.",
        mets[0].roadblock.place,
        items=(task.id,),
        more=(launch.id for _, launch in launches),
        act=(task.team,),
        know=[campaign.team for campaign, _ in launches],
        related=[
            Related(launch_place(campaign, launch), f"{called(task)} drives the launch on {iso(launch.written)}")
            for campaign, launch in launches
        ],
        evidence={
            "roadblocks": [met.roadblock.what for met in mets],
            "launches": {launch.id: iso(launch.written) for _, launch in launches},
        },
    )
