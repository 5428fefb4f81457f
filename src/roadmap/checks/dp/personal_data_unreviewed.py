"""DP604: data about people is collected, and no task reviews its privacy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.dp.collecting import Collecting, collections, reviews_for
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.unread import all_read_in_full
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_SHOWN = 5


@check(
    "DP604",
    "personal-data-unreviewed",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="personal data collected with no task that reviews it",
    source="GDPR, Art. 35 (1): the assessment is carried out prior to the processing",
)
def personal_data_unreviewed(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.unread:
        return  # a review may stand in a file that could not be read
    found: dict[tuple[str, str], list[Collecting]] = {}
    for collecting in collections(facts):
        if collecting.unapproved and collecting.task.status != "done" and not reviews_for(facts, collecting):
            found.setdefault((collecting.task.initiative, collecting.data.id), []).append(collecting)
    for (initiative, _), unreviewed in found.items():
        if all_read_in_full(facts.plan.initiatives[initiative].tasks.values(), "reviews-data"):
            yield _finding(facts, rule, unreviewed)


def _finding(facts: Facts, rule: Rule, found: list[Collecting]) -> Finding:
    task, entry, data = found[0]
    initiative = facts.plan.initiatives[task.initiative]
    who = f"{named(task)} collects"
    if len(found) > 1:
        who = f"{counted(len(found), 'task')} ({listed([each.task.id for each in found])}) collect"
    return rule.finding(
        f"{who} {named(data)}, which is about people, and no task of {named(initiative)} reviews its privacy: add one "
        f"with `reviews-data: [{data.id}]`, and let the other wait for it.",
        entry.place,
        more=(each.task.id for each in found),
        act=(initiative.team,),
        know=(data.steward, *(each.task.team for each in found)),
        related=[
            *(Related(each.entry.place, f"{each.task.id} collects it as well") for each in found[1:_SHOWN]),
            Related(data.where("personal"), "about people, as it says here"),
        ],
        evidence={"data": data.id},
        key=lasting(facts).name("data", data.id),
    )
