"""Launches, and the time for which campaigns are live."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from roadmap.checks.wording import called, listed
from roadmap.model.initiative import Campaign
from roadmap.model.task import Task
from roadmap.network import goals
from roadmap.outputs.day_text import day_text
from roadmap.outputs.ics.entry import Entry, Relation, Status
from roadmap.outputs.ics.subject import MOST, Subject, bullets, title
from roadmap.outputs.ics.waiting import done_with
from roadmap.schedule.result import LaunchDates, day

_DAY = dt.timedelta(days=1)


def launch_entries(subject: Subject) -> Iterator[Entry]:
    """One event a launch, and one for the days from it to the campaign's end."""
    before: dict[str, list[Task]] = {}
    for id in subject.schedule.tasks:
        task = subject.plan.tasks[id]
        for goal in () if task.after_launch else goals(task, subject.initiative(task)):
            before.setdefault(goal, []).append(task)
    for launch in subject.schedule.launches.values():
        campaign = subject.plan.campaigns[launch.campaign]
        date = day(launch.written if launch.launched is None else launch.launched)
        yield _launch(subject, campaign, launch, date, before.get(launch.id, []))
        if campaign.ends is not None and date <= campaign.ends:
            yield _live(subject, campaign, launch, date, campaign.ends)


def campaign_feeds(subject: Subject, campaign: Campaign) -> frozenset[str]:
    """Of the campaign, its team, and all teams that work for it."""
    teams = {campaign.team, *(team for task in campaign.tasks.values() for team in (task.team, *task.with_))}
    return frozenset({f"campaign:{campaign.id}", *(f"team:{team}" for team in teams if team)})


def _launch(subject: Subject, campaign: Campaign, launch: LaunchDates, date: dt.date, before: Iterable[Task]) -> Entry:
    at = campaign.launches[launch.market or ""].at
    tasks = subject.by_readiness(before)
    waiting = []
    for task in tasks:
        dates = subject.schedule.tasks[task.id]
        if task.status != "done":
            needed = "" if task.priority == "must" else " (the launch can go ahead without it)"
            ships = f" with {listed(dates.releases)}" if dates.releases else ""
            ready = "never" if dates.available is None else day_text(day(dates.available) if ships else dates.last_day)
            waiting.append(f"{title(task)} ({subject.team(task.team)}): {ready}{ships}{needed}")
    text = [*_standing(launch), *_about(subject, campaign), *bullets("It waits for:", waiting), *_last(subject, launch)]
    return Entry(
        kind="launch",
        id=launch.id,
        summary=f"Launch: {_name(campaign, launch)}{f', {at}' if at else ''}",
        start=date,
        end=date + _DAY,
        category="Launch",
        colour="crimson",
        status=_status(launch),
        text=tuple(text),
        relations=done_with(subject, tasks),
        feeds=campaign_feeds(subject, campaign),
        url=campaign.url,
    )


def _live(subject: Subject, campaign: Campaign, launch: LaunchDates, first: dt.date, last: dt.date) -> Entry:
    return Entry(
        kind="live",
        id=launch.id,
        summary=f"Live: {_name(campaign, launch)}",
        start=first,
        end=last + _DAY,
        category="Campaign",
        colour="mediumseagreen",
        status=_status(launch),
        text=(*_standing(launch), *_about(subject, campaign), *subject.secrets(campaign)),
        relations=(Relation(f"launch-{launch.id}"),),
        feeds=campaign_feeds(subject, campaign),
        url=campaign.url,
    )


def _name(campaign: Campaign, launch: LaunchDates) -> str:
    return f"{title(campaign)} ({launch.market})" if launch.market else title(campaign)


def _status(launch: LaunchDates) -> Status:
    return "CONFIRMED" if launch.launched is not None or (launch.firm and launch.met) else "TENTATIVE"


def _standing(launch: LaunchDates) -> list[str]:
    """How firm the date is, and whether it can hold."""
    if launch.launched is not None:
        return [f"{launch.id} was launched on {day_text(day(launch.launched))}."]
    planned = f"{launch.id} is to be launched on {day_text(day(launch.written))}"
    text = f"{planned}." if launch.firm else f"{planned}: a wish, not a promise."
    if launch.possible is None:
        text += " It cannot hold: something that it needs is never available."
    elif not launch.met:
        text += f" It cannot hold: it is possible on {day_text(day(launch.possible))} at the earliest."
    return [text]


def _last(subject: Subject, launch: LaunchDates) -> list[str]:
    """What decides the day, where the launch is still to come."""
    if launch.launched is not None or launch.decided_by is None:
        return []
    task = subject.plan.tasks[launch.decided_by]
    return [f"The last thing that it waits for is {called(task)} ({subject.team(task.team)})."]


def _about(subject: Subject, campaign: Campaign) -> list[str]:
    """Who it is from, for whom, and what for."""
    plan = subject.plan
    objectives = [plan.objectives[id].title or id if id in plan.objectives else id for id in campaign.supports]
    channels = [plan.channels[id].title or id if id in plan.channels else id for id in campaign.channels]
    audiences = [plan.audiences[id].title or id if id in plan.audiences else id for id in campaign.audience]
    facts = {
        "Led by": subject.team(campaign.team) if campaign.team else "",
        "Owner": subject.owners(campaign.owner),
        "Objective": listed(objectives, MOST),
        "Channels": listed(channels, MOST),
        "Audience": listed(audiences, MOST),
    }
    told = "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
    return [told] if told else []
