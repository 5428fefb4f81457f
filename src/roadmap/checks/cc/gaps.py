"""Launches of one team that follow each other too soon."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lasting import lasting
from roadmap.checks.launches import launch_named, launch_place
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import days_of, iso
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.model.values.durations import Duration
    from roadmap.schedule.result import LaunchDates


class Coming(NamedTuple):
    """A launch that is to come."""

    campaign: Campaign
    launch: LaunchDates


def crowded(facts: Facts, rule: Rule, limit: Duration, why: str) -> Iterator[Finding]:
    """A finding for each launch that follows one of another campaign of the team in less than ``limit``.
    ``why``: who wants the gap, as the end of a sentence that begins with the gap."""
    by_team: dict[str, list[Coming]] = {}
    for campaign, launch in coming_launches(facts):
        if campaign.team is not None and launch.written >= facts.problem.today:
            by_team.setdefault(campaign.team, []).append(Coming(campaign, launch))
    known_as = lasting(facts).item
    for team, coming in sorted(by_team.items()):
        coming.sort(key=lambda each: (each.launch.written, known_as(each.launch.id)))
        told = set()
        last: Coming | None = None
        of_another: Coming | None = None  # the last before it that is of another campaign than the last
        for later in coming:
            if last is not None and last.campaign is not later.campaign:
                of_another = last
            last = later
            pair = (of_another.campaign.id, later.campaign.id) if of_another is not None else None
            if (
                of_another is not None
                and pair not in told
                and (found := _finding(facts, rule, team, of_another, later, limit, why))
            ):
                told.add(pair)
                yield found


def _finding(
    facts: Facts, rule: Rule, team: str, before: Coming, later: Coming, limit: Duration, why: str
) -> Finding | None:
    calendar = facts.plan.workdays.get(team, facts.plan.workdays[None])
    wanted = math.ceil(limit.days(calendar.week_length))
    start, end = before.launch.written, later.launch.written
    days = end - start if limit.elapsed else calendar.count(start, end)
    if days >= wanted:
        return None
    day = calendar.next(start + wanted if limit.elapsed else calendar.forward(start, wanted))
    words = launch_named(before.campaign, before.launch)
    earlier = words[0].lower() + words[1:]
    firm = before.launch.firm and later.launch.firm
    return rule.finding(
        f"{launch_named(later.campaign, later.launch)} is "
        f"{f'{days_of(days, limit.elapsed)} after' if end > start else 'on the day of'} {earlier}, also of {team}, "
        f"where {days_of(wanted, limit.elapsed)} between two launches {why}: move it to {iso(day)} or later, "
        "move the other one, or hand one of them to another team.",
        launch_place(later.campaign, later.launch),
        items=(later.launch.id, before.launch.id),
        act=(team,),
        related=[Related(launch_place(before.campaign, before.launch), f"{earlier}")],
        evidence={"days": days, "wanted": wanted, "before": iso(start), "launch": iso(end)},
        severity=None if firm else "info",
    )
