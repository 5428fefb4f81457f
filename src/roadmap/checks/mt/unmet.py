"""Requests after which both sides do not meet before the launch."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound
from roadmap.checks.lt.notice import Ask, asks
from roadmap.checks.mt.meetings import shared
from roadmap.checks.mt.review_gap import DEFAULT
from roadmap.checks.remembered import remembered
from roadmap.checks.wording import iso, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@remembered
def unmet(facts: Facts) -> dict[str, list[Ask]]:
    """Launch to the requests with which its team and the doing team share reviews, of which none falls on or after
    the ask-by day and before the launch. Days that are over, and work that the launch can do without, are left out."""
    found: dict[str, list[Ask]] = {}
    for ask in asks(facts) if facts.plan.reviews else ():
        kind, _, launch = ask.dates.bound_by.partition(" ")
        asking, doing = facts.plan.initiatives[ask.task.initiative].team, ask.task.team
        if kind != "launch" or ask.ask_by < facts.today or ask.task.priority == "could":
            continue
        if asking is None or doing is None or asking == doing:
            continue
        series = shared(facts, asking, doing)
        if not series or any(each.unscheduled for each in series):
            continue
        written = facts.schedule.launches[launch].written
        if not any(each.between(ask.ask_by.toordinal(), written) for each in series):
            found.setdefault(launch, []).append(ask)
    return dict(sorted(found.items()))


def soon(facts: Facts) -> dt.date:
    """The last ask-by day for which a meeting is planned now: nobody plans them further ahead than one gap."""
    calendar, limit = facts.plan.workdays[None], facts.plan.settings.checks.limits.review_gap or DEFAULT
    count, today = math.ceil(limit.days(calendar.week_length)), facts.problem.today
    return dt.date.fromordinal(today + count if limit.elapsed else calendar.forward(today, count))


def told(facts: Facts, rule: Rule, launch: str, found: list[Ask]) -> Iterator[Finding]:
    """One finding for the requests of one launch."""
    if not found:
        return
    found = sorted(found, key=lambda ask: (ask.ask_by, ask.task.id))
    asking, goal = facts.plan.initiatives[found[0].task.initiative].team, bound(facts, found[0].dates.bound_by)
    doing = sorted({ask.task.team for ask in found if ask.task.team})
    review = shared(facts, asking or "", found[0].task.team or "")[0].review
    days = iso(facts.schedule.launches[launch].written)
    yield rule.finding(
        f"{asking} does not meet {listed(doing)} between the day by which {listed([named(ask.task) for ask in found])} "
        f"must be asked for ({found[0].ask_by}) and {goal.words}: hold {named(review)} once more, on "
        f"{found[-1].ask_by} or in the days after it.",
        review.where("every"),
        items=(launch,),
        more=sorted(ask.task.id for ask in found),
        act=(asking, *doing),
        related=[
            Related(goal.place, f"the launch on {days}"),
            *(Related(ask.task.place, f"to be asked of {ask.task.team} by {ask.ask_by}") for ask in found),
        ],
        evidence={"ask_by": found[0].ask_by.isoformat(), "launch": days, "review": review.id},
    )
