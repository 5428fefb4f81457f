"""CC603: a launch on a day on which launches are barred."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.blackout import Blackout
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates


@check(
    "CC603",
    "launch-in-blackout",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="launch in a blackout",
    source="ITIL change enablement: nothing goes live while a freeze is on",
)
def launch_in_blackout(facts: Facts, rule: Rule) -> Iterator[Finding]:
    barring = _by_whom(facts)
    if not barring:
        return
    for campaign, launch in coming_launches(facts):
        if launch.written >= facts.problem.today:
            concerning = _concerning(facts, barring, campaign)
            hit = next((blackout for blackout in concerning if _bars(blackout, launch.written)), None)
            if hit is not None:
                yield _finding(facts, rule, campaign, launch, hit, concerning)


_EVERYONE = ""


def _by_whom(facts: Facts) -> dict[str, list[Blackout]]:
    """Whom it is for ("team:brand") to the blackouts that bar launches."""
    found: dict[str, list[Blackout]] = {}
    for blackout in facts.plan.blackouts.values():
        if blackout.days is not None and "launches" in blackout.bars:
            for whom in blackout.for_:
                found.setdefault(whom, []).append(blackout)
            if not blackout.wrote("for"):  # what is written for someone unknown is not for everyone
                found.setdefault(_EVERYONE, []).append(blackout)
    return found


def _concerning(facts: Facts, barring: dict[str, list[Blackout]], campaign: Campaign) -> list[Blackout]:
    team = facts.plan.teams.get(campaign.team or "")
    whom = (_EVERYONE, f"campaign:{campaign.id}", *((f"team:{team.id}", f"function:{team.function}") if team else ()))
    found = {blackout.id: blackout for each in whom for blackout in barring.get(each, ())}
    return [found[name] for name in sorted(found)]


def _bars(blackout: Blackout, day: int) -> bool:
    days = blackout.days
    return days is not None and days.first.toordinal() <= day <= days.last.toordinal()


def _finding(
    facts: Facts, rule: Rule, campaign: Campaign, launch: LaunchDates, hit: Blackout, concerning: list[Blackout]
) -> Finding:
    days = hit.days
    assert days is not None
    because = f" ({hit.because})" if hit.because else ""
    before = _before(facts, launch, concerning)
    earlier = f"by {iso(before)} or " if before is not None else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} lies in the blackout {named(hit)} from {days.first} to {days.last}"
        f"{because}, which bars launches: launch {earlier}from {iso(_after(facts, launch, concerning))}, "
        "or agree on an exception.",
        launch_place(campaign, launch),
        items=(launch.id, hit.id),
        act=(campaign.team,),
        related=[Related(hit.where("days"), "no launches on these days")],
        evidence={
            "launch": iso(launch.written),
            "from": days.first.isoformat(),
            "to": days.last.isoformat(),
        },
        severity=None if launch.firm else "warning",
    )


def _after(facts: Facts, launch: LaunchDates, concerning: list[Blackout]) -> int:
    """The first working day after the blackouts."""
    calendar, day = launch_days(facts, launch), launch.written
    while barring := [each.days for each in concerning if each.days is not None and _bars(each, day)]:
        day = calendar.next(max(span.last for span in barring).toordinal() + 1)
    return day


def _before(facts: Facts, launch: LaunchDates, concerning: list[Blackout]) -> int | None:
    """The last working day before the blackouts, where it is not over."""
    calendar, day = launch_days(facts, launch), launch.written
    while barring := [each.days for each in concerning if each.days is not None and _bars(each, day)]:
        day = calendar.backward(min(span.first for span in barring).toordinal(), 1)
        if day < facts.problem.today:
            return None
    return day
