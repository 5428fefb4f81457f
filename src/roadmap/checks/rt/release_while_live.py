"""RT312: a system is released while a campaign that uses it is live."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.model.release import Release
    from roadmap.model.train import Train


@check(
    "RT312",
    "release-while-live",
    severity="info",
    profile="standard",
    scope="pair",
    clause="a release of a system while a campaign that uses it is live",
    source="ITIL change enablement: changes keep clear of the days on which a system matters most",
)
def release_while_live(facts: Facts, rule: Rule) -> Iterator[Finding]:
    over = finished(facts)
    if not _trains_of(facts):
        return
    for campaign in facts.plan.campaigns.values():
        if campaign.id not in facts.schedule.ends or campaign.id in over or not campaign.launches or not campaign.ends:
            continue
        used = _systems(campaign)
        first = min(launch.date for launch in campaign.launches.values())
        for name in sorted({name for system in used for name in _trains_of(facts).get(system, ())}):
            train = facts.plan.trains[name]
            found = _released(facts, train, max(first, facts.today), campaign.ends)
            if found:
                yield _finding(rule, campaign, train, [system for system in train.systems if system in used], found)


@remembered
def _trains_of(facts: Facts) -> dict[str, list[str]]:
    """System to the trains that release it."""
    found: dict[str, list[str]] = {}
    for train in facts.plan.trains.values():
        for system in train.systems:
            found.setdefault(system, []).append(train.id)
    return found


def _systems(campaign: Campaign) -> dict[str, str]:
    """System to the first task that uses or connects it."""
    used: dict[str, str] = {}
    for task in campaign.tasks.values():
        if (task.uses or task.connects) and task.status != "dropped":
            for system in (*task.uses, *task.connects):
                used.setdefault(system, task.name)
    return used


def _released(facts: Facts, train: Train, first: dt.date, last: dt.date) -> list[Release]:
    """In order of their days, as all releases of a train are."""
    releases = facts.plan.releases.get(train.id, ())
    begin = bisect_left(releases, first, key=attrgetter("date"))
    during = takewhile(lambda release: release.date <= last, islice(releases, begin, None))
    return [release for release in during if release.skipped is None]


def _finding(rule: Rule, campaign: Campaign, train: Train, shared: list[str], found: list[Release]) -> Finding:
    task = campaign.tasks[_systems(campaign)[shared[0]]]
    first = min(launch.date for launch in campaign.launches.values())
    days = listed([release.date.isoformat() for release in found])
    place = found[0].place or train.place
    return rule.finding(
        f"{named(campaign)} is live from {first} to {campaign.ends} and uses {listed(shared)}, of which {named(train)} "
        f"has {counted(len(found), 'release')} in these days ({days}): skip or move them, bar them with a blackout, "
        "or agree that they are safe.",
        campaign.where("ends"),
        items=(campaign.id, train.id),
        act=(campaign.team, train.team),
        related=[
            Related(task.where("uses" if shared[0] in task.uses else "connects"), f"{task.id} uses {shared[0]}"),
            Related(place, f"{train.id} releases {listed(shared)}"),
        ],
        evidence={"systems": shared, "releases": [release.id for release in found]},
    )
