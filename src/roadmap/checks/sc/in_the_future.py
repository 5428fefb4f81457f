"""SC112: something is recorded as having happened on a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import named

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.model.task import Task


@check(
    "SC112",
    "in-the-future",
    severity="warning",
    profile="standard",
    scope="item",
    clause="started, finished or launched on a day that is still to come",
    source="DCMA 14-point assessment, check 9 (invalid dates)",
)
def in_the_future(facts: Facts, rule: Rule) -> Iterator[Finding]:
    today = facts.today
    for task in standing(facts).recorded:
        if task.finished is not None and task.finished > today:
            yield _task(rule, task, "finished", task.finished, today)
        elif task.started is not None and task.started > today:
            yield _task(rule, task, "started", task.started, today)
    for campaign in facts.plan.campaigns.values():
        if campaign.launched is not None and campaign.launched > today:
            yield _campaign(rule, campaign, ("launched",), campaign.launched, today)
        for market, launch in campaign.launches.items():
            if launch.launched is not None and launch.launched > today and launch.launched != campaign.launched:
                path = ("launches", market, "launched") if market else ("launch", "launched")
                yield _campaign(rule, campaign, path, launch.launched, today)


def _task(rule: Rule, task: Task, key: str, day: dt.date, today: dt.date) -> Finding:
    plan = {"started": "start", "finished": "finish"}[key]
    return rule.finding(
        f"{named(task)} is recorded as {key} on {day}, which is after today ({today}): correct the date, "
        f"or write `{plan}` where it is the plan.",
        task.where(key),
        items=(task.id,),
        act=(task.team,),
        evidence={key: day.isoformat(), "today": today.isoformat()},
        key=key,
    )


def _campaign(rule: Rule, campaign: Campaign, path: tuple[str, ...], day: dt.date, today: dt.date) -> Finding:
    return rule.finding(
        f"{named(campaign)} is recorded as launched on {day}, which is after today ({today}): correct the date, "
        "or write `launch` where it is the plan.",
        campaign.where(*path),
        items=(campaign.id,),
        act=(campaign.team,),
        evidence={"launched": day.isoformat(), "today": today.isoformat()},
        key=".".join(path),
    )
