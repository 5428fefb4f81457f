"""CC604: campaigns that are live at once contact an audience more often than it may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.cc.live import Live, days_told, live_windows
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, listed, named
from roadmap.model.values.durations import plain_number
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.registers import Audience

_ROUNDING = 1e-6
"""Contacts a month become contacts a week with a fraction."""


@check(
    "CC604",
    "too-many-contacts",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="more contacts a week than the audience's limit",
    source="frequency capping: people who are written to too often leave",
)
def too_many_contacts(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limited = {audience.id for audience in facts.plan.audiences.values() if audience.contacts is not None}
    if not limited:
        return
    told = set()
    speaking: list[Live] = []
    for live in live_windows(facts):
        if live.campaign.contacts is None or limited.isdisjoint(live.campaign.audience):
            continue
        speaking = [other for other in speaking if other.last >= live.first]
        for audience in live.campaign.audience:
            if audience in limited and (audience, live.campaign.id) not in told:
                others = _others(speaking, live, audience)
                found = _finding(facts, rule, facts.plan.audiences[audience], live, others)
                if found is not None:
                    told.add((audience, live.campaign.id))
                    yield found
        speaking.append(live)


def _others(speaking: list[Live], live: Live, audience: str) -> list[Live]:
    """One window of each other campaign that speaks to the audience on the first day of ``live``."""
    others = {
        other.campaign.id: other
        for other in speaking
        if other.campaign is not live.campaign and audience in other.campaign.audience and other.meets(live)
    }
    return list(others.values())


def _finding(facts: Facts, rule: Rule, audience: Audience, live: Live, others: list[Live]) -> Finding | None:
    together = [live, *others]
    rates = [rate.per_week for each in together if (rate := each.campaign.contacts) is not None]
    assert audience.contacts is not None
    limit, total = audience.contacts.per_week, sum(rates)
    if total <= limit + _ROUNDING:
        return None
    campaign, day = live.campaign, max(live.first, facts.today)
    last = min(each.last for each in together)
    names = listed([named(each.campaign) for each in together])
    where = f" in {live.market}" if live.market else ""
    verb = "together contact" if others else "contacts"
    return rule.finding(
        f"{names} {verb} {called(audience)}{where} {_times(total)} a week {days_told(day, last)}, where at most "
        f"{_times(limit)} are allowed: write less often, or move {called(campaign)}.",
        campaign.where("contacts"),
        items=(campaign.id, *(other.campaign.id for other in others)),
        act=[each.campaign.team for each in together],
        related=[
            Related(audience.where("contacts"), f"at most {_times(limit)} a week"),
            *(
                Related(other.campaign.where("contacts"), f"{called(other.campaign)} is live to {other.last}")
                for other in others
            ),
        ],
        evidence={
            "from": day.isoformat(),
            "to": last.isoformat(),
            "contacts": round(total, 2),
            "limit": round(limit, 2),
        },
        key=audience.id,
    )


def _times(rate: float) -> str:
    return plain_number(round(rate, 2))
