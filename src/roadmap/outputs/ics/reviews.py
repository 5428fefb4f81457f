"""Review meetings: a recurrence with the days on which it does not take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.model.initiative import Campaign
from roadmap.model.meetings import meetings
from roadmap.model.review import Review
from roadmap.model.values.every import Every
from roadmap.model.values.numbers import minutes
from roadmap.model.workdays import Workdays
from roadmap.outputs.day_text import day_text
from roadmap.outputs.ics.entry import Entry, Moment, Repeat
from roadmap.outputs.ics.subject import Subject, bullets

DEFAULT_LENGTH = 60
"""Minutes of a meeting that does not say how long it is."""

_OPEN = ("error", "warning")


def review_entries(subject: Subject) -> Iterator[Entry]:
    """One event a meeting that says when it takes place."""
    for review in subject.plan.reviews.values():
        if review.every is not None:
            entry = _review(subject, review, review.every)
            if entry is not None:
                yield entry


def _review(subject: Subject, review: Review, every: Every) -> Entry | None:
    found = meetings(subject.plan, review, subject.today)
    if not found.held:
        return None
    first = found.held[0]
    start = _at(subject, review, first)
    if isinstance(start, dt.datetime):
        # Python counts on the clock of the wall; what is meant is so many minutes later.
        length = dt.timedelta(minutes=minutes(review.for_) if review.for_ else DEFAULT_LENGTH)
        end: Moment = (start.astimezone(dt.UTC) + length).astimezone(subject.zone.info)
    else:
        end = start + dt.timedelta(days=1)
    return Entry(
        kind="review",
        id=review.id,
        summary=f"Review: {review.title or review.id}",
        start=start,
        end=end,
        category="Review",
        colour="slateblue",
        busy=True,
        text=tuple(_text(subject, review)),
        feeds=_feeds(subject, review),
        conference=review.conference,
        repeat=Repeat(
            rule=_rule(subject, review, every, found.days[-1]),
            without=tuple(_at(subject, review, day) for day in sorted(found.off) if day > first),
            last=found.held[-1],
        ),
    )


def _at(subject: Subject, review: Review, day: dt.date) -> Moment:
    if review.at is None:
        return day
    zone = dt.UTC if subject.zone.is_utc else subject.zone.info
    return dt.datetime.combine(day, dt.time.fromisoformat(review.at), zone)


def _rule(subject: Subject, review: Review, every: Every, last: dt.date) -> str:
    """The rule with its last day as UNTIL, which is in UTC where the meeting has a time (RFC 5545, 3.3.10)."""
    parts = [part for part in every.rule.split(";") if not part.startswith(("COUNT=", "UNTIL="))]
    end = _at(subject, review, last)
    until = f"{end.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" if isinstance(end, dt.datetime) else f"{end:%Y%m%d}"
    return ";".join([*parts, f"UNTIL={until}"])


def _text(subject: Subject, review: Review) -> list[str]:
    """Who meets, and what about: the open findings between its teams, worst first, and its own subjects."""
    between = [
        finding
        for severity in _OPEN
        for finding in subject.findings
        if finding.severity == severity and len({*finding.act, *finding.know}.intersection(review.teams)) > 1
    ]
    text = [f"{subject.teams(review.teams)} meet."] if review.teams else []
    text += bullets("Agenda:", list(review.subjects))
    text += bullets("Open between them:", [f"{finding.code} {finding.message}" for finding in between])
    text += bullets("Not everybody works:", _absences(subject, review))
    if subject.details and review.notes:
        text.append(f"Notes: {review.notes}")
    return text


def _absences(subject: Subject, review: Review) -> list[str]:
    """The days to come on which it takes place although some of its teams do not work."""
    found = []
    for day in meetings(subject.plan, review, subject.today).held:
        off = [team for team in review.teams if not _calendar(subject, team).works(day.toordinal())]
        if off and day >= subject.today:
            found.append(f"{day_text(day)}: without {subject.teams(off)}")
    return found


def _calendar(subject: Subject, team: str) -> Workdays:
    return subject.plan.workdays.get(team) or subject.plan.workdays[None]


def _feeds(subject: Subject, review: Review) -> frozenset[str]:
    """Of its teams, and of the campaigns that one of them leads."""
    led = {c.id for c in subject.plan.initiatives.values() if isinstance(c, Campaign) and c.team in review.teams}
    return frozenset({*(f"team:{team}" for team in review.teams), *(f"campaign:{id}" for id in led)})
