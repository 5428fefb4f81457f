"""LT203: something has to be asked within two weeks, and has not been asked yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.lt.notice import Ask, asks, gravity, late_asks, missing
from roadmap.checks.registry import Rule, check
from roadmap.checks.remembered import remembered
from roadmap.checks.wording import counted, iso, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_SOON = 14
"""Calendar days."""


@check(
    "LT203",
    "ask-by-soon",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="not asked yet and the ask-by date is within two weeks",
    source="service catalogue: the notice that a team needs is agreed, and counts from the complete request (ITIL)",
)
def ask_by_soon(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for ask, by in soon_asks(facts):
        yield _finding(facts, rule, ask, by)


@remembered
def soon_asks(facts: Facts) -> list[tuple[Ask, dt.date]]:
    """What must be asked within two weeks, and by when."""
    last = facts.today + dt.timedelta(days=_SOON)
    told = {name for late in late_asks(facts) for name in (late.ask.task.id, *late.behind)}
    found = []
    for ask in asks(facts):
        if ask.asked is None and is_written(ask.dates.bound_by) and ask.task.id not in told:
            by = _still_in_time(ask)
            if facts.today <= by <= last:
                found.append((ask, by))
    return found


def _still_in_time(ask: Ask) -> dt.date:
    """The latest day to ask without delaying anything: work that starts late anyway, because it waits for something
    else, has to be asked before that start only."""
    if ask.dates.start <= ask.dates.late_start:
        return ask.ask_by
    notice = ask.work.notice
    start = ask.dates.start
    return dt.date.fromordinal(start - notice.days if notice.elapsed else ask.calendar.backward(start, notice.days))


def _finding(facts: Facts, rule: Rule, ask: Ask, by: dt.date) -> Finding:
    task, goal = ask.task, bound(facts, ask.dates.bound_by)
    in_time = ask.dates.start <= ask.dates.late_start
    start = f"latest start on {iso(ask.dates.late_start)}" if in_time else f"start on {iso(ask.dates.start)}"
    left = (by - facts.today).days
    when = f"in {counted(left, 'day')}" if left else "today"
    things = missing(facts, task)
    given = f", with {listed(things)}" if things else ""
    return rule.finding(
        f"{named(task)} must be asked of {task.team} by {by}, {when}: {task.team} needs {ask.notice} of notice before "
        f"its {start} for {goal.words}; ask{given}, and note it under `request: {{asked: …}}`.",
        task.place,
        items=(task.id,),
        act=(facts.plan.initiatives[task.initiative].team,),
        know=(task.team,),
        related=[Related(goal.place, goal.words)],
        evidence={
            "ask_by": by.isoformat(),
            "latest_start": iso(ask.dates.late_start),
            "notice": ask.notice,
            "with": things,
        },
        severity=gravity(ask),
    )
