"""The launches of a campaign: one, or one for each market."""

from __future__ import annotations

from typing import Any

from roadmap.model.fields import complete, construct
from roadmap.model.initiative import Campaign, Launch
from roadmap.model.later import Later
from roadmap.model.reading import Reading
from roadmap.model.values.value import quoted


def join_launches(campaign: Campaign, reading: Reading) -> None:
    """Puts the one launch among the launches, and says of each which market it is for."""
    if campaign.launch and campaign.launches:
        message = f"The campaign {quoted(campaign.id)} has `launch` and `launches`: keep one of them."
        reading.fault("contradiction", message, campaign.key_at("launch"))
        complete(campaign, launch=None)
    if campaign.launch:
        complete(campaign, launches={"": campaign.launch})
    elif campaign.launched and not campaign.launches:
        launched: Any = campaign.launched
        node = campaign.node.values["launched"]
        values: dict[str, Any] = {"date": launched, "launched": launched, "node": node, "named_by": node}
        if isinstance(launched, Later):
            reading.pending += [(values, "date", None, launched), (values, "launched", None, launched)]
        complete(campaign, launches={"": construct(Launch, values)})
    for market, launch in campaign.launches.items():
        complete(launch, market=market or None)


def settle_launches(campaign: Campaign) -> None:
    """Leaves out launches whose day could not be worked out, and says of the only one when it really was."""
    launches = {market: launch for market, launch in campaign.launches.items() if launch.date is not None}
    if campaign.launched and "" in launches and launches[""].launched is None:
        complete(launches[""], launched=campaign.launched)
    if campaign.launch and "" not in launches:
        complete(campaign, launch=None)
    complete(campaign, launches=launches)
