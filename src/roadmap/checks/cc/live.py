"""When campaigns are live, and in which markets."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lasting import lasting
from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.source.nodes import Place


class Live(NamedTuple):
    """A campaign is live in one market from ``first`` to ``last``, both inclusive. A campaign that names no markets
    (``""``) is live in all of them. ``order``: by first days; of those of one day by what lasts."""

    first: dt.date
    last: dt.date
    campaign: Campaign
    market: str
    order: tuple[dt.date, str, str]

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
                order = (first, lasting(facts).item(campaign.id), market)
                found.append(Live(first, last, campaign, market, order))
    return sorted(found, key=lambda live: live.order)


class Crowd:
    """Live windows as time goes on: they are added in order of their first days, and forgotten when they are over."""

    def __init__(self) -> None:
        self._by_market: dict[str | None, _Going] = defaultdict(_Going)

    def add(self, live: Live) -> None:
        self._by_market[live.market].add(live)
        self._by_market[_ANYWHERE].add(live)

    def met_by(self, live: Live) -> Iterator[Live]:
        """The windows of other campaigns in the same market that are not over when ``live`` begins."""
        for market in ("", live.market) if live.market else (_ANYWHERE,):
            for other in self._by_market[market].on(live.first):
                if other.campaign is not live.campaign:
                    yield other


_ANYWHERE = None
"""Stands for all markets together: a campaign that names none is met in each of them."""


class _Going:
    """Windows that are not over, with the day of the next end at hand."""

    def __init__(self) -> None:
        self._windows: dict[int, Live] = {}
        self._ends: list[tuple[dt.date, int]] = []
        self._count = 0

    def on(self, day: dt.date) -> Iterable[Live]:
        while self._ends and self._ends[0][0] < day:
            del self._windows[heappop(self._ends)[1]]
        return self._windows.values()

    def add(self, live: Live) -> None:
        self._windows[self._count] = live
        heappush(self._ends, (live.last, self._count))
        self._count += 1
