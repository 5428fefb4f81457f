"""Blackouts: days on which something must not happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from roadmap.checks.wording import listed
from roadmap.model.blackout import Blackout
from roadmap.model.initiative import Campaign
from roadmap.outputs.ics.entry import EVERYONE, Entry
from roadmap.outputs.ics.subject import Subject

_DAY = dt.timedelta(days=1)


def blackout_entries(subject: Subject) -> Iterator[Entry]:
    also = _also(subject)
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
            feeds=_feeds(blackout, also),
        )


def _feeds(blackout: Blackout, also: Mapping[str, set[str]]) -> frozenset[str]:
    """Of those whom it is for, and of those for whom they stand."""
    if not blackout.for_:
        return frozenset({EVERYONE})
    own = {one for one in blackout.for_ if one.startswith(("team:", "train:", "campaign:"))}
    return frozenset(own.union(*(also.get(one, ()) for one in blackout.for_)))


def _also(subject: Subject) -> dict[str, set[str]]:
    """For whom others stand: a train for the team that runs it, and for the teams and campaigns whose work it carries,
    a campaign for those who work for it, a function for its teams."""
    found: dict[str, set[str]] = {}
    for team in subject.plan.teams.values():
        found.setdefault(f"function:{team.function}", set()).add(f"team:{team.id}")
    for train in subject.plan.trains.values():
        found.setdefault(f"train:{train.id}", set()).add(f"team:{train.team}")
    for task in subject.plan.tasks.values():
        campaign = f"campaign:{task.initiative}" if isinstance(subject.initiative(task), Campaign) else None
        for name in task.ships_on:
            found.setdefault(f"train:{name}", set()).update({f"team:{task.team}", *([campaign] if campaign else ())})
        if campaign:
            found.setdefault(campaign, set()).add(f"team:{task.team}")
    return found
