"""LT210: a plan was first shared when it was already too late to ask for some of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.lt.ask_by_soon import soon_asks
from roadmap.checks.lt.notice import Ask, asks, gravity, is_shared_late, late_asks, missing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, gap, iso, named, waiting_too
from roadmap.source.faults import Related

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "LT210",
    "shared-late",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="the plan was first shared later than its longest notice",
    source="service catalogue: who is asked can only keep a notice of which the plan leaves enough",
)
def shared_late(facts: Facts, rule: Rule) -> Iterator[Finding]:
    late: dict[str, list[Shared]] = {}
    for one in _too_late(facts):
        late.setdefault(one.ask.task.initiative, []).append(one)
    for initiative, found in late.items():
        shared = facts.plan.initiatives[initiative].first_shared
        if shared is not None:
            yield _finding(facts, rule, found, shared)


class Shared(NamedTuple):
    """A request in a plan that was shared too late for it, or is to be; ``behind``: requests that are late with it."""

    ask: Ask
    behind: list[str]


def _too_late(facts: Facts) -> Iterator[Shared]:
    """What the notice makes too late, unless another task or what is not given yet does (LT201, LT204); and what could
    still be asked in time, but is not shared by then (what must be asked soon, LT203 tells)."""
    for late in late_asks(facts):
        complete = late.ask.asked is None or not missing(facts, late.ask.task)
        if late.provider is None and complete and is_shared_late(facts, late.ask):
            yield Shared(late.ask, late.behind)
    soon = {ask.task.id for ask, _ in soon_asks(facts)}
    for ask in asks(facts):
        in_time = ask.asked is None and ask.dates.start <= ask.dates.late_start and is_written(ask.dates.bound_by)
        if in_time and is_shared_late(facts, ask) and ask.task.id not in soon:
            yield Shared(ask, [])


def _finding(facts: Facts, rule: Rule, late: list[Shared], shared: dt.date) -> Finding:
    tasks = facts.plan.tasks
    worst = min((one.ask for one in late), key=lambda ask: (ask.ask_by, ask.task.id))
    initiative, goal = facts.plan.initiatives[worst.task.initiative], bound(facts, worst.dates.bound_by)
    after = gap(worst.ask_by.toordinal(), shared.toordinal(), worst.calendar)
    more = f" ({counted(len(late) - 1, 'more request')} also)" if len(late) > 1 else ""
    behind = [tasks[name] for one in late for name in one.behind]
    also = waiting_too([called(task) for task in behind], "is late too", "are late too")
    is_to_come = shared > facts.today
    was, had, began = ("is first", "has", "begins") if is_to_come else ("was first", "had", "began")
    unasked = any(one.ask.asked is None for one in late)
    remedy = "share it sooner, or" if is_to_come else "ask today, and" if unasked else ""
    return rule.finding(
        f"{named(initiative)} {was} shared on {shared}, {after} after {named(worst.task)} {had} to be asked of "
        f"{worst.task.team}{more}: its notice of {worst.notice} before {iso(worst.dates.late_start)} for {goal.words} "
        f"{began} on {worst.ask_by}; {f'{remedy} agree'.lstrip()} on shorter notice, or on a later date{also}.",
        initiative.where("first-shared"),
        items=(initiative.id,),
        act=(initiative.team,),
        know=[goal.team, *(one.ask.task.team for one in late), *(task.team for task in behind)],
        related=[
            Related(one.ask.task.place, f"to be asked of {one.ask.task.team} by {one.ask.ask_by}") for one in late
        ],
        evidence={
            "first_shared": shared.isoformat(),
            "ask_by": worst.ask_by.isoformat(),
            "requests": [one.ask.task.id for one in late],
            "behind": [task.id for task in behind],
        },
        severity="info" if is_to_come or all(gravity(one.ask) for one in late) else None,
    )
