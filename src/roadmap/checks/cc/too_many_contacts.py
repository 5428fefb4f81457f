"""CC604: campaigns that are live at once contact an audience more often than it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.cc.live import Crowd, Live, days_told, live_windows
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, listed, named
from roadmap.model.values.durations import plain_number
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.registers import Audience

_MOST = 20
"""Other campaigns that are named beside one, where they are too much together."""

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
    speaking: dict[str, Crowd] = defaultdict(Crowd)
    for live in live_windows(facts):
        if live.campaign.contacts is None:
            continue
        for name in live.campaign.audience:
            if name not in limited:
                continue
            if (name, live.campaign.id) not in told:
                audience = facts.plan.audiences[name]
                found = _finding(facts, rule, audience, live, _others(speaking[name], live, audience))
                if found is not None:
                    told.add((name, live.campaign.id))
                    yield found
            speaking[name].add(live)


def _others(speaking: Crowd, live: Live, audience: Audience) -> list[Live]:
    """One window of each other campaign that speaks to the audience on the first day of ``live``: all of them, or as
    many as anybody reads and as make it too much."""
    others: dict[str, Live] = {}
    total = _rate(live)
    for other in speaking.met_by(live):
        if other.campaign.id not in others:
            if len(others) >= _MOST and _is_too_much(total, audience):
                break
            total += _rate(other)
        others[other.campaign.id] = other
    return sorted(others.values(), key=lambda other: other.order)


def _rate(live: Live) -> float:
    return live.campaign.contacts.per_week if live.campaign.contacts is not None else 0


def _is_too_much(total: float, audience: Audience) -> bool:
    return audience.contacts is not None and total > audience.contacts.per_week + _ROUNDING


def _finding(facts: Facts, rule: Rule, audience: Audience, live: Live, others: list[Live]) -> Finding | None:
    together = [live, *others]
    total = sum(map(_rate, together))
    if audience.contacts is None or not _is_too_much(total, audience):
        return None
    limit = audience.contacts.per_week
    campaign, day = live.campaign, max(live.first, facts.today)
    last = min(each.last for each in together)
    names = listed([named(each.campaign) for each in together])
    where = f" in {live.market}" if live.market else ""
    verb = "together contact" if others else "contacts"
    least = "at least " if len(others) >= _MOST else ""
    return rule.finding(
        f"{names} {verb} {called(audience)}{where} {least}{_times(total)} a week {days_told(day, last)}, where at most "
        f"{_times(limit)} are allowed: write less often, or move {called(campaign)}.",
        campaign.where("contacts"),
        items=(campaign.id,),
        more=(other.campaign.id for other in others),
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
        key=lasting(facts).name("audience", audience.id),
    )


def _times(rate: float) -> str:
    return plain_number(round(rate, 2))
