"""Conflicts: errors of the schedule that have days, from the day that was wanted to the day that is possible; and
campaigns that get into each other's way, on the days on which they do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.findings.finding import Finding
from roadmap.model.initiative import Campaign
from roadmap.outputs.ics.entry import Entry, Relation
from roadmap.outputs.ics.subject import Subject, bullets, title

FAMILIES = ("SC", "LT", "RT", "CC")

_SPANS = (
    ("needed", "earliest"),
    ("planned", "earliest"),
    ("ends", "launch"),
    ("before", "launch"),
    ("launch", "launch"),
    ("from", "to"),
)
"""Keys of a finding's evidence: the day that was wanted, and the day that is possible; two launches; a launch on a day
that bars it; the days of an overlap. The first that fit."""

_EVENTS = ("launch", "milestone", "deadline", "promised", "release", "blackout")


def conflict_entries(subject: Subject) -> Iterator[Entry]:
    for finding in subject.findings:
        if finding.severity == "error" and finding.code[:2] in FAMILIES:
            span = _span(finding)
            if span is not None:
                yield _conflict(subject, finding, *span)


def _span(finding: Finding) -> tuple[dt.date, dt.date] | None:
    for keys in _SPANS:
        days = [finding.evidence.get(key) for key in keys]
        if all(isinstance(day, str) for day in days):
            first, last = sorted(dt.date.fromisoformat(str(day)) for day in days)
            return first, last
    return None


def _conflict(subject: Subject, finding: Finding, first: dt.date, last: dt.date) -> Entry:
    late = finding.evidence.get("late") or finding.evidence.get("behind") or ()
    involved = [id for id in (*finding.items, finding.evidence.get("waits_for"), *late) if isinstance(id, str)]
    chain = finding.evidence.get("chain") or ()
    text = [finding.message]
    if finding.act:
        text.append(f"To be solved by: {subject.teams(finding.act)}.")
    if finding.know:
        text.append(f"Also concerned: {subject.teams(finding.know)}.")
    text += bullets("How it comes about:", [str(step) for step in chain])
    text.append(f"More: roadmap rule {finding.code}")
    return Entry(
        kind="conflict",
        id=_lasting_id(subject, finding),
        summary=f"⚠ {finding.name.replace('-', ' ').capitalize()}: {_named(subject, finding)}",
        start=first,
        end=last + dt.timedelta(days=1),
        category="Conflict",
        colour="red",
        text=tuple(text),
        relations=tuple(Relation(key) for key in _causes(subject, involved)),
        feeds=_feeds(subject, finding, involved),
    )


def _lasting_id(subject: Subject, finding: Finding) -> str:
    """Made as the fingerprint is, of names that last, in whatever order they come."""
    return finding._replace(known_as=tuple(sorted(finding.known_as or finding.items)), unordered=0).fingerprint


def _named(subject: Subject, finding: Finding) -> str:
    """What the first item is called."""
    item = finding.items[0] if finding.items else ""
    plan = subject.plan
    if item in plan.tasks:
        return f"{title(plan.tasks[item])} ({title(subject.initiative(plan.tasks[item]))})"
    id, _, market = item.partition("@")
    if id in plan.initiatives:
        return title(plan.initiatives[id]) + (f" ({market})" if market else "")
    return item


def _causes(subject: Subject, involved: list[str]) -> list[str]:
    """Keys of all events that the items may have, and of the releases that carry them."""
    keys = [f"{kind}-{id}" for id in involved for kind in _EVENTS]
    for id in involved:
        campaign = subject.plan.campaigns.get(id)
        keys += [f"launch-{id}@{market}" for market in (campaign.launches if campaign else ())]
        dates = subject.schedule.tasks.get(id)
        keys += [f"release-{release}" for release in (dates.releases if dates else ())]
    return list(dict.fromkeys(keys))


def _feeds(subject: Subject, finding: Finding, involved: list[str]) -> frozenset[str]:
    """Of the teams that act or know, and of the campaigns and trains of what is involved."""
    feeds = {f"team:{team}" for team in (*finding.act, *finding.know)}
    for id in involved:
        head = id.partition("/")[0].partition("@")[0]
        if isinstance(subject.plan.initiatives.get(head), Campaign):
            feeds.add(f"campaign:{head}")
        if head in subject.plan.trains:
            feeds.add(f"train:{head}")
        if id in subject.plan.tasks:
            feeds.update(f"train:{train}" for train in subject.plan.tasks[id].ships_on)
    return frozenset(feeds)
