"""CC601: two campaigns speak to the same audience in the same channel and market at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.cc.live import Crowd, Live, days_told, live_windows
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


_MOST = 20
"""Other campaigns that one is held against in each channel: where so many speak at once, more names help nobody."""


class Meeting(NamedTuple):
    """The later of two live windows, the earlier one, and what both use."""

    later: Live
    earlier: Live
    channel: str
    audience: str


@check(
    "CC601",
    "same-audience",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="two campaigns, same channel, audience and market, live at once",
    source="marketing calendars: campaigns that speak to the same people at once take attention from each other",
)
def same_audience(facts: Facts, rule: Rule) -> Iterator[Finding]:
    by_campaign: dict[str, list[Meeting]] = {}
    for meeting in _meetings(facts):
        by_campaign.setdefault(meeting.later.campaign.id, []).append(meeting)
    for meetings in by_campaign.values():
        yield _finding(facts, rule, meetings)


def _meetings(facts: Facts) -> Iterator[Meeting]:
    """Each pair of campaigns from the side of the one that launches first later."""
    crowds: dict[tuple[str, str], Crowd] = defaultdict(Crowd)
    order: dict[str, int] = {}
    for live in live_windows(facts):
        position = order.setdefault(live.campaign.id, len(order))
        for audience in live.campaign.audience:
            for channel in live.campaign.channels:
                crowd = crowds[channel, audience]
                for other in sorted(islice(crowd.met_by(live), _MOST), key=lambda other: other.order):
                    swapped = order[other.campaign.id] > position
                    pair = (other, live) if swapped else (live, other)
                    yield Meeting(*pair, channel, audience)
                crowd.add(live)


def _finding(facts: Facts, rule: Rule, meetings: list[Meeting]) -> Finding:
    plan, campaign = facts.plan, meetings[0].later.campaign
    others = {meeting.earlier.campaign.id: meeting.earlier for meeting in meetings}
    channels = sorted({meeting.channel for meeting in meetings})
    audiences = sorted({meeting.audience for meeting in meetings})
    markets = sorted({market for meeting in meetings if (market := meeting.later.market or meeting.earlier.market)})
    first = max(facts.today, min(max(meeting.later.first, meeting.earlier.first) for meeting in meetings))
    last = max(min(meeting.later.last, meeting.earlier.last) for meeting in meetings)
    where = f" in {listed(markets)}" if markets else ""
    names = [named(live.campaign) for live in others.values()]
    most = "at least " if len(names) >= _MOST else ""
    # A workspace that keeps no register of them names them all the same.
    which = listed([called(plan.channels[id]) if id in plan.channels else id for id in channels])
    whom = listed([called(plan.audiences[id]) if id in plan.audiences else id for id in audiences])
    return rule.finding(
        f"{named(campaign)} is live at the same time as {most}{listed(names)}, "
        f"{days_told(first, last)}{where}, in {which} for {whom}: move one of them, or share out the channels or the "
        "audience.",
        meetings[0].later.place,
        items=(campaign.id,),
        more=others,
        act=(campaign.team, *(live.campaign.team for live in others.values())),
        know=[plan.channels[id].team for id in channels if id in plan.channels],
        related=[
            Related(live.place, f"{called(live.campaign)} is live {days_told(live.first, live.last)}")
            for live in others.values()
        ],
        evidence={
            "from": first.isoformat(),
            "to": last.isoformat(),
            "channels": channels,
            "audiences": audiences,
            "markets": markets,
        },
    )
