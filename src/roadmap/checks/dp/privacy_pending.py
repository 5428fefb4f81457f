"""DP602: a privacy review is pending on the last day on which it could be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.dp.collecting import Collecting, collections, reviews_for
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.schedule.result import day
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_SHOWN = 5
"""Reviews of one data set that are named."""


@check(
    "DP602",
    "privacy-pending",
    severity="warning",
    profile="standard",
    scope="item",
    clause="privacy pending at its latest date",
    source="GDPR, Art. 35 (1): the assessment is carried out prior to the processing",
)
def privacy_pending(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for collecting in collections(facts):
        if collecting.entry.privacy != "pending":
            continue
        latest = _latest(facts, collecting)
        if latest is not None and latest <= facts.today:
            yield _finding(facts, rule, collecting, latest)


def _latest(facts: Facts, collecting: Collecting) -> dt.date | None:
    """The day on which the work began, or else must begin so that a written day is kept."""
    task, dates = collecting.task, facts.schedule.tasks[collecting.task.id]
    if task.status != "planned":
        return task.started or dates.first_day
    return day(dates.late_start) if is_written(dates.bound_by) else None


def _finding(facts: Facts, rule: Rule, collecting: Collecting, latest: dt.date) -> Finding:
    task, entry, data = collecting
    reviews = reviews_for(facts, collecting)[:_SHOWN]
    related = [
        Related(review.place, f"{review.id} reviews it, until {facts.schedule.tasks[review.id].last_day}")
        for review in reviews
        if review.id in facts.schedule.tasks
    ]
    if task.status == "planned":
        goal = bound(facts, facts.schedule.tasks[task.id].bound_by)
        was = "is today" if latest == facts.today else f"was {latest}"
        when = f"must begin for {goal.words}; the latest day for that {was}"
        related.append(Related(goal.place, goal.words))
    else:
        when = f"has gone on since {latest}"
    return rule.finding(
        f"The privacy review of {named(data)} is pending, and {named(task)}, which collects it, {when}: have it "
        "approved, or collect later.",
        entry.where("privacy"),
        items=(task.id,),
        act=(task.team, *(review.team for review in reviews)),
        know=(data.steward, facts.plan.initiatives[task.initiative].team),
        related=related,
        evidence={"data": data.id, "latest": latest.isoformat()},
        key=lasting(facts).name("data", data.id),
    )
