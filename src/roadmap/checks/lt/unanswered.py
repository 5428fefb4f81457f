"""LT205: a complete request has waited for an answer for longer than its notice."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lt.notice import Ask, asks, missing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import days_of, iso, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.values.durations import Duration


@check(
    "LT205",
    "unanswered",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="unanswered for longer than the notice",
    source="Last Planner System (Ballard, 2000): a request is no promise until it is answered",
)
def unanswered(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for ask, since, waited, most, elapsed in waiting(facts):
        yield rule.finding(
            f"The request {named(ask.task)} to {ask.task.team} has been complete since {iso(since)} and has waited "
            f"{days_of(waited, elapsed)} for an answer, longer than the {days_of(most, elapsed)} that it may: "
            "answer it (`answer: accepted` with `promised`, or `declined` with `because`).",
            ask.task.where("request", "asked"),
            items=(ask.task.id,),
            act=(ask.task.team,),
            know=(facts.plan.initiatives[ask.task.initiative].team,),
            evidence={"complete": iso(since), "waited": waited, "limit": most},
        )


class Wait(NamedTuple):
    """A request, complete ``since`` a boundary, that has ``waited`` longer than ``most`` days: working days of the
    doing team, or calendar days."""

    ask: Ask
    since: int
    waited: int
    most: int
    elapsed: bool


def waiting(facts: Facts) -> Iterator[Wait]:
    """Complete requests that wait for an answer for too long."""
    limit = facts.plan.settings.checks.limits.unanswered
    for ask in asks(facts):
        request = ask.task.request
        if request is None or request.asked is None or request.answer != "open" or request.unclear("answer"):
            continue
        if missing(facts, ask.task):
            continue
        since = _complete(facts, ask)
        waited, most, elapsed = _waited(facts, ask, since, limit)
        if waited > most:
            yield Wait(ask, since, waited, most, elapsed)


def _complete(facts: Facts, ask: Ask) -> int:
    """The boundary of the day on which the request is complete, the work of other tasks included."""
    since = ask.work.complete
    for source in facts.network.provided.get(ask.task.id, ()):
        since = max(since, facts.schedule.tasks[source].end)
    return since


def _waited(facts: Facts, ask: Ask, since: int, limit: Duration | None) -> tuple[int, int, bool]:
    """(days waited, days allowed, whether they are calendar days): by the settings, or else by the notice."""
    today = facts.problem.today
    most, elapsed = ask.work.notice.days, ask.work.notice.elapsed
    if limit is not None:
        most, elapsed = math.ceil(limit.days(ask.calendar.week_length)), limit.elapsed
    return (today - since if elapsed else ask.calendar.count(since, today)), most, elapsed
