"""SC113: something was planned to begin by now, and has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.beyond_horizon import FAR
from roadmap.checks.sc.pins import broken_pins, followers
from roadmap.checks.wording import gap, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC113",
    "overdue-start",
    severity="warning",
    profile="standard",
    scope="item",
    clause="overdue and not started",
    source="DCMA 14-point assessment, check 9 (invalid dates) and check 11 (missed tasks)",
)
def overdue_start(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for pin in broken_pins(facts):
        task = pin.task
        if pin.key != "start" or task.start is None or pin.cause is None or pin.cause.kind != "today":
            continue
        if task.start < facts.today - FAR:  # which is mistyped, as SC119 tells
            continue
        calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
        ago = gap(task.start.toordinal(), facts.problem.today, calendar)
        yield rule.finding(
            f"{named(task)} was planned to start on {task.start}, {ago} ago, and has not begun: "
            f"record when it began (`status: doing`, `started`), or plan a later start{followers(pin)}.",
            task.where("start"),
            items=(task.id,),
            act=(task.team,),
            know=[
                facts.plan.initiatives[task.initiative].team,
                *(facts.plan.tasks[name].team for name in pin.behind),
            ],
            evidence={
                "planned": task.start.isoformat(),
                "earliest": pin.dates.first_day.isoformat(),
                "behind": pin.behind,
            },
            key="planned",
        )
