"""LT210: a plan was first shared when it was already too late to ask for some of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.lt.notice import Ask, asks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, gap, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "LT210",
    "shared-late",
    severity="info",
    profile="standard",
    scope="whole",
    clause="the plan was first shared later than its longest notice",
    source="service catalogue: who is asked can only keep a notice of which the plan leaves enough",
)
def shared_late(facts: Facts, rule: Rule) -> Iterator[Finding]:
    late: dict[str, list[Ask]] = {}
    for ask in asks(facts):
        shared = facts.plan.initiatives[ask.task.initiative].first_shared
        if shared is not None and shared > ask.ask_by and is_written(ask.dates.bound_by):
            late.setdefault(ask.task.initiative, []).append(ask)
    for initiative, found in late.items():
        shared = facts.plan.initiatives[initiative].first_shared
        if shared is not None:
            yield _finding(facts, rule, found, shared)


def _finding(facts: Facts, rule: Rule, late: list[Ask], shared: dt.date) -> Finding:
    worst = min(late, key=lambda ask: (ask.ask_by, ask.task.id))
    initiative, goal = facts.plan.initiatives[worst.task.initiative], bound(facts, worst.dates.bound_by)
    after = gap(worst.ask_by.toordinal(), shared.toordinal(), worst.calendar)
    more = f" ({counted(len(late) - 1, 'more request')} also)" if len(late) > 1 else ""
    return rule.finding(
        f"{named(initiative)} was first shared on {shared}, {after} after {named(worst.task)} had to be asked of "
        f"{worst.task.team}{more}: its notice of {worst.notice} before {iso(worst.dates.late_start)} for {goal.words} "
        f"began on {worst.ask_by}; agree on shorter notice, or on a later date.",
        initiative.where("first-shared"),
        items=(initiative.id,),
        act=(initiative.team,),
        know=[ask.task.team for ask in late],
        related=[Related(ask.task.place, f"to be asked of {ask.task.team} by {ask.ask_by}") for ask in late],
        evidence={"first_shared": shared.isoformat(), "ask_by": worst.ask_by.isoformat()},
    )
