"""SC120: a campaign's live window ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC120",
    "ends-before-launch",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a live window that ends before the launch",
    source="plan language: a campaign is live from its launch to `ends`, both inclusive",
)
def ends_before_launch(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for campaign in facts.plan.campaigns.values():
        if campaign.ends is None or campaign.id not in facts.schedule.ends:
            continue
        late = [(market, launch) for market, launch in campaign.launches.items() if launch.date > campaign.ends]
        if not late:
            continue
        latest = max(launch.date for _, launch in late)
        whose = "its launch" if len(late) == 1 else f"{len(late)} of its launches, the last"
        yield rule.finding(
            f"{named(campaign)} ends on {campaign.ends}, before {whose} on {latest}: "
            f"write an `ends` on or after {latest}, or launch by {campaign.ends}.",
            campaign.where("ends"),
            items=(campaign.id,),
            act=(campaign.team,),
            related=[
                Related(
                    campaign.where("launches", market) if market else campaign.where("launch"),
                    f"it launches on {launch.date}" + (f" in {market}" if market else ""),
                )
                for market, launch in late
            ],
            evidence={"ends": campaign.ends.isoformat(), "launch": latest.isoformat()},
        )
