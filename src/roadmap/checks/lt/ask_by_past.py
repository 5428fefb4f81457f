"""LT202: something has not been asked yet, and the last day to ask in time has passed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound
from roadmap.checks.lt.notice import LateAsk, gravity, is_shared_late, late_asks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, gap, iso, named, waiting_too
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "LT202",
    "ask-by-past",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="not asked yet and the ask-by date is past",
    source="service catalogue: the notice that a team needs is agreed, and counts from the complete request (ITIL)",
)
def ask_by_past(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for late in late_asks(facts):
        if late.ask.asked is None and late.provider is None and not is_shared_late(facts, late.ask):
            yield _finding(facts, rule, late)


def _finding(facts: Facts, rule: Rule, late: LateAsk) -> Finding:
    ask, task, goal = late.ask, late.ask.task, bound(facts, late.ask.dates.bound_by)
    ago = gap(ask.ask_by.toordinal(), facts.problem.today, ask.calendar)
    also = waiting_too([called(facts.plan.tasks[name]) for name in late.behind], "is late too", "are late too")
    return rule.finding(
        f"{named(task)} had to be asked of {task.team} by {ask.ask_by}, {ago} ago: {task.team} needs {ask.notice} of "
        f"notice before its latest start on {iso(ask.dates.late_start)} for {goal.words}; "
        f"ask today and agree on shorter notice, or move that date{also}.",
        task.place,
        items=(task.id,),
        act=(facts.plan.initiatives[task.initiative].team,),
        know=(task.team, goal.team, *(facts.plan.tasks[name].team for name in late.behind)),
        related=[Related(goal.place, goal.words)],
        evidence={
            "ask_by": ask.ask_by.isoformat(),
            "latest_start": iso(ask.dates.late_start),
            "earliest": iso(ask.dates.start),
            "notice": ask.notice,
            "behind": late.behind,
        },
        severity=gravity(ask),
    )
