"""MT805: a review has more to talk about than one meeting can settle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.mt.subjects import agendas
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, iso, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

DEFAULT = 15
"""Subjects of one meeting, where `review-subjects` does not say otherwise."""


@check(
    "MT805",
    "review-overfull",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="a review with too many open subjects",
    source="the workspace's limit (`review-subjects`, default 15); meeting practice: an agenda that fits its time",
)
def review_overfull(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limit = facts.plan.settings.checks.limits.review_subjects
    most = DEFAULT if limit is None else limit
    for agenda in agendas(facts):
        review = agenda.review
        if agenda.subjects <= most:
            continue
        counts = [
            counted(len(agenda.requests), "unanswered request"),
            counted(len(agenda.roadblocks), "open roadblock"),
            counted(len(agenda.written), "subject of its own", "subjects of its own"),
        ]
        parts = listed([count for count in counts if not count.startswith("0 ")])
        yield rule.finding(
            f"{named(review)} on {iso(agenda.day)} has {agenda.subjects} subjects ({parts}), more than the "
            f"{most} that one meeting can settle: answer requests before it, or part it.",
            review.place,
            items=(review.id,),
            act=review.teams,
            evidence={
                "next": iso(agenda.day),
                "subjects": agenda.subjects,
                "limit": most,
                "requests": agenda.requests,
                "roadblocks": agenda.roadblocks,
            },
        )
