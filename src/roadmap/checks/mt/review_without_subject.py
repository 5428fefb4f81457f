"""MT804: a review has nothing to talk about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.mt.subjects import agendas
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import iso, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "MT804",
    "review-without-subject",
    severity="info",
    profile="standard",
    scope="whole",
    clause="a review with no open subject",
    source="meeting practice: no agenda, no meeting",
)
def review_without_subject(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for agenda in agendas(facts):
        review = agenda.review
        if agenda.subjects or agenda.joint:
            continue
        have = "has" if len(review.teams) == 1 else "have"
        yield rule.finding(
            f"{named(review)} meets next on {iso(agenda.day)} without a subject: {listed(review.teams, most=6)} {have} "
            "no open request, roadblock or joint work; write its `subjects`, or end it (`until`).",
            review.place,
            items=(review.id,),
            act=review.teams,
            evidence={"next": iso(agenda.day)},
        )
