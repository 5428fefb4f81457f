"""SC117: a launch on a day on which a team that is involved does not work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import involved, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso, listed
from roadmap.model.closed_days import why_closed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates

_FEW = 20
"""Up to so many calendars are looked at before it is asked which teams a launch involves."""

_FAR = 366
"""How many days after a launch a day that everybody works is looked for."""


@check(
    "SC117",
    "launch-on-closed-day",
    severity="warning",
    profile="standard",
    scope="item",
    clause="launch on a non-working day or holiday of an involved team",
    source="plan language: every team works by its own calendar",
)
def launch_on_closed_day(facts: Facts, rule: Rule) -> Iterator[Finding]:
    # Teams with the same days share them: each is asked once.
    calendars = list({id(days): days for days in facts.plan.workdays.values()}.values())
    for campaign, launch in coming_launches(facts):
        if launch.written < facts.problem.today:
            continue
        day = dt.date.fromordinal(launch.written)
        if len(calendars) <= _FEW and all(days.works(launch.written) for days in calendars):
            continue
        teams = involved(facts, campaign, launch)
        closed = {team: why for team in teams if (why := why_closed(facts.plan, team, day))}
        if closed:
            yield _finding(facts, rule, campaign, launch, teams, closed)


def _finding(
    facts: Facts,
    rule: Rule,
    campaign: Campaign,
    launch: LaunchDates,
    teams: list[str | None],
    closed: dict[str | None, str],
) -> Finding:
    by_reason: dict[str, list[str]] = {}
    for team, why in closed.items():
        by_reason.setdefault(why, []).append(team or "everybody")
    reasons = [f"{why} for {listed(names)}" for why, names in by_reason.items()]
    open_day = _open_day(facts, teams, launch.written)
    remedy = f"launch on {iso(open_day)}, when all of them work, or " if open_day is not None else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} is on {listed(reasons)}: {remedy}see to it that somebody is there.",
        launch_place(campaign, launch),
        items=(launch.id,),
        act=(campaign.team,),
        know=closed,
        evidence={
            "launch": iso(launch.written),
            "closed": {team or "": why for team, why in closed.items()},
            "open": iso(open_day) if open_day is not None else None,
        },
    )


def _open_day(facts: Facts, teams: list[str | None], day: int) -> int | None:
    """The first later day that all teams work."""
    calendars = [facts.plan.workdays.get(team, facts.plan.workdays[None]) for team in teams]
    return next((later for later in range(day + 1, day + _FAR) if all(days.works(later) for days in calendars)), None)
