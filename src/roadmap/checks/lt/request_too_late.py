"""LT201: a request is complete too late for the notice that the doing team needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound
from roadmap.checks.lt.notice import LateAsk, gravity, is_shared_late, late_asks, missing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, gap, iso, named, waiting_too
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.source.nodes import Place


@check(
    "LT201",
    "request-too-late",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="request complete too late for the notice",
    source="service catalogue: the notice that a team needs is agreed, and counts from the complete request (ITIL)",
)
def request_too_late(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for late in late_asks(facts):
        complete = late.ask.asked is not None and not missing(facts, late.ask.task)
        if late.provider is not None or (complete and not is_shared_late(facts, late.ask)):
            yield _finding(facts, rule, late)


def _finding(facts: Facts, rule: Rule, late: LateAsk) -> Finding:
    ask, task, goal = late.ask, late.ask.task, bound(facts, late.ask.dates.bound_by)
    short = gap(ask.dates.late_start, ask.dates.start, ask.calendar)
    complete = late.complete if ask.work.notice.elapsed else ask.calendar.next(late.complete)
    by = f", when {named(late.provider)} has ended" if late.provider is not None else ""
    also = waiting_too([called(facts.plan.tasks[name]) for name in late.behind], "is late too", "are late too")
    return rule.finding(
        f"The request {named(task)} to {task.team} is complete on {iso(complete)}{by}, but {ask.notice} of notice "
        f"before its latest start on {iso(ask.dates.late_start)} for {goal.words} ask for {ask.ask_by}: {short} short; "
        f"agree on shorter notice with {task.team}, or move that date{also}.",
        _deciding_place(late),
        items=(task.id,),
        act=(facts.plan.initiatives[task.initiative].team, task.team),
        know=(goal.team, *(facts.plan.tasks[name].team for name in late.behind)),
        related=_related(facts, late, goal.words, goal.place),
        evidence={
            "complete": iso(complete),
            "needed": ask.ask_by.isoformat(),
            "days_short": ask.calendar.count(ask.dates.late_start, ask.dates.start),
            "latest_start": iso(ask.dates.late_start),
            "earliest": iso(ask.dates.start),
            "behind": late.behind,
        },
        severity=gravity(ask),
    )


def _deciding_place(late: LateAsk) -> Place:
    """Where the last of what completes the request is written."""
    task, request = late.ask.task, late.ask.task.request
    if late.provider is None and request is not None:
        for thing, day in request.given.items():
            if day.toordinal() == late.complete:
                return task.where("request", "given", thing)
        return task.where("request", "asked")
    return task.place


def _related(facts: Facts, late: LateAsk, words: str, place: Place) -> list[Related]:
    task = late.ask.task
    related = [Related(place, words)]
    if late.provider is not None:
        related.append(Related(late.provider.where("provides"), "this completes the request"))
    if task.service in facts.plan.services:
        service = facts.plan.services[task.service]
        related.append(Related(service.where("notice"), f"{service.id} needs {late.ask.notice} of notice"))
    elif task.team in facts.plan.teams:
        team = facts.plan.teams[task.team]
        related.append(Related(team.where("notice"), f"{team.id} needs {late.ask.notice} of notice"))
    return related
