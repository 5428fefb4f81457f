"""When campaigns are live, and in which markets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.source.nodes import Place


class Live(NamedTuple):
    """A campaign is live in one market from ``first`` to ``last``, both inclusive. A campaign that names no markets
    (``""``) is live in all of them."""

    first: dt.date
    last: dt.date
    campaign: Campaign
    market: str

    def meets(self, other: Live) -> bool:
        """Whether both are live on one day in one market."""
        markets = self.market == other.market or not self.market or not other.market
        return markets and self.first <= other.last and other.first <= self.last

    @property
    def place(self) -> Place:
        """Where the launch is written."""
        return day_place(self.campaign, self.market)


def days_told(first: dt.date, last: dt.date) -> str:
    """``from 2027-03-01 to 2027-03-20``, ``on 2027-03-01``."""
    return f"on {first}" if first == last else f"from {first} to {last}"


def day_place(campaign: Campaign, market: str) -> Place:
    """Where the day of a launch is written."""
    return campaign.where("launches", market, "date") if market else campaign.where("launch", "date")


@remembered
def live_windows(facts: Facts) -> list[Live]:
    """The live windows that are not over, by their first days. Without `ends`, the day of the launch is the last."""
    over = finished(facts)
    found = []
    for campaign in facts.plan.campaigns.values():
        if campaign.status not in ("planned", "live") or campaign.id in over:
            continue
        for market, launch in campaign.launches.items():
            first = launch.launched or launch.date
            last = max(campaign.ends or first, first)
            if last >= facts.today:
                found.append(Live(first, last, campaign, market))
    return sorted(found, key=lambda live: (live.first, live.campaign.id, live.market))
