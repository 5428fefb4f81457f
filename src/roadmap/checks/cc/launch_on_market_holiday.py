"""CC605: a launch on a day on which its market is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import involved, launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso
from roadmap.model.closed_days import why_closed, why_closed_by
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.calendar import Calendar
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates


@check(
    "CC605",
    "launch-on-market-holiday",
    severity="warning",
    profile="standard",
    scope="item",
    clause="launch on a closed day of its market",
    source="plan language: a launch may name the calendar of its market",
)
def launch_on_market_holiday(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for campaign, launch in coming_launches(facts):
        calendar = facts.plan.calendars.get(campaign.launches[launch.market or ""].calendar or "")
        if calendar is None or launch.written < facts.problem.today:
            continue
        if facts.plan.calendar_days[calendar.id].works(launch.written):
            continue
        why = why_closed_by(calendar, dt.date.fromordinal(launch.written))
        if why not in _told(facts, campaign, launch):
            yield _finding(facts, rule, campaign, launch, calendar, why)


def _told(facts: Facts, campaign: Campaign, launch: LaunchDates) -> set[str | None]:
    """Why teams do not work on that day: where it is the same day off, SC117 tells it."""
    day = dt.date.fromordinal(launch.written)
    return {why_closed(facts.plan, team, day) for team in involved(facts, campaign, launch)}


def _finding(
    facts: Facts, rule: Rule, campaign: Campaign, launch: LaunchDates, calendar: Calendar, why: str
) -> Finding:
    day = launch_days(facts, launch).next(launch.written)
    return rule.finding(
        f"{launch_named(campaign, launch)} is on {why} in its market (calendar {calendar.id}): launch on {iso(day)}, "
        "its next open day, or see to it that it is meant.",
        launch_place(campaign, launch),
        items=(launch.id,),
        act=(campaign.team,),
        related=[Related(calendar.place, f"{why} on {iso(launch.written)}")],
        evidence={"launch": iso(launch.written), "closed": why, "open": iso(day)},
    )
