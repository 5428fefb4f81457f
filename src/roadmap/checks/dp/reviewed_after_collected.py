"""DP605: data about people is collected before its privacy is reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.dp.collecting import Collecting, collections, reviews_for
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import gap, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "DP605",
    "reviewed-after-collected",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="personal data reviewed after it is collected",
    source="GDPR, Art. 35 (1): the assessment is carried out prior to the processing",
)
def reviewed_after_collected(facts: Facts, rule: Rule) -> Iterator[Finding]:
    dates = facts.schedule.tasks
    found: dict[tuple[str, str], list[Collecting]] = {}
    for collecting in collections(facts):
        if not collecting.unapproved or collecting.task.status == "done":
            continue
        reviews = reviews_for(facts, collecting)
        if reviews and reviews[0].id in dates and collecting.data.id not in collecting.task.reviews_data:
            first = reviews[0]
            if dates[first.id].end > dates[collecting.task.id].start:
                found.setdefault((collecting.task.id, first.id), []).append(collecting)
    for (_, review), late in found.items():
        yield _finding(facts, rule, late, facts.plan.tasks[review])


def _finding(facts: Facts, rule: Rule, late: list[Collecting], review: Task) -> Finding:
    task = late[0].task
    collected, reviewed = facts.schedule.tasks[task.id], facts.schedule.tasks[review.id]
    short = gap(collected.start, reviewed.end, facts.problem.nodes[facts.problem.index[task.id]].calendar)
    what = listed([named(each.data) for each in late])
    reference = review.name if review.initiative == task.initiative else review.id
    begins = "began" if task.status == "doing" else "can begin"
    return rule.finding(
        f"{named(task)} collects {what} and {begins} on {collected.first_day}, {short} before {named(review)}, which "
        f"reviews that, is through on {reviewed.last_day}: let it wait (`needs: [{reference}]`).",
        task.where("needs"),
        items=(task.id, review.id),
        act=(task.team,),
        know=(review.team, *(each.data.steward for each in late)),
        related=[
            Related(review.place, f"reviews {listed([each.data.id for each in late])}, until {reviewed.last_day}"),
            *(Related(each.entry.place, f"{each.data.id} is collected here") for each in late),
        ],
        evidence={"collected": collected.first_day.isoformat(), "reviewed": reviewed.last_day.isoformat()},
    )
