"""Blackouts: days on which something must not happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.checks.wording import listed
from roadmap.model.blackout import Blackout
from roadmap.model.initiative import Campaign
from roadmap.outputs.ics.entry import EVERYONE, Entry
from roadmap.outputs.ics.subject import Subject

_DAY = dt.timedelta(days=1)


def blackout_entries(subject: Subject) -> Iterator[Entry]:
    for blackout in subject.plan.blackouts.values():
        if blackout.days is None:
            continue
        barred = listed([f"no {what}" for what in blackout.bars])
        text = [f"{barred.capitalize()} on these days."]
        if blackout.because:
            text.append(f"Because: {blackout.because}")
        if blackout.for_:
            text.append(f"For: {listed(blackout.for_, 20)}")
        yield Entry(
            kind="blackout",
            id=blackout.id,
            summary=f"Blackout: {blackout.title or blackout.id} ({barred})",
            start=blackout.days.first,
            end=blackout.days.last + _DAY,
            category="Blackout",
            colour="dimgray",
            busy=True,
            text=tuple(text),
            feeds=_feeds(subject, blackout),
        )


def _feeds(subject: Subject, blackout: Blackout) -> frozenset[str]:
    """Of those whom it is for. A train stands also for the teams whose work it carries, a campaign for those who work
    for it, a function for its teams."""
    if not blackout.for_:
        return frozenset({EVERYONE})
    whom = set(blackout.for_)
    feeds = {one for one in whom if one.startswith(("team:", "train:", "campaign:"))}
    feeds |= {f"team:{team.id}" for team in subject.plan.teams.values() if f"function:{team.function}" in whom}
    feeds |= {f"team:{train.team}" for train in subject.plan.trains.values() if f"train:{train.id}" in whom}
    for task in subject.plan.tasks.values():
        reached = any(f"train:{train}" in whom for train in task.ships_on)
        if reached or f"campaign:{task.initiative}" in whom:
            feeds.add(f"team:{task.team}")
        if reached and isinstance(subject.initiative(task), Campaign):
            feeds.add(f"campaign:{task.initiative}")
    return frozenset(feeds)
