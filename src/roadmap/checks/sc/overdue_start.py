"""SC113: something had to begin by now, and has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.causes import causes
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.pins import broken_pins, followers
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, counted, gap, iso, named
from roadmap.source.faults import Related

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
    yield from _planned_start_past(facts, rule)
    overdue: dict[str, list[str]] = {}
    for task, dates in standing(facts).pending:
        past = dates.late_start < facts.problem.today and task.start is None and is_written(dates.bound_by)
        if past and _could_begin_today(facts, task.id):
            overdue.setdefault(dates.bound_by, []).append(task.id)
    for bound_by, names in sorted(overdue.items()):
        yield _latest_start_past(facts, rule, bound_by, names)


def _could_begin_today(facts: Facts, name: str) -> bool:
    """Whether only today holds it back: then the others that are late for the same reason wait for it."""
    found = causes(facts, facts.problem.index[name])
    return bool(found) and all(cause.kind == "today" for cause in found)


def _planned_start_past(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for pin in broken_pins(facts):
        task = pin.task
        if pin.key != "start" or task.start is None or pin.cause is None or pin.cause.kind != "today":
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


def _latest_start_past(facts: Facts, rule: Rule, bound_by: str, names: list[str]) -> Finding:
    tasks = sorted(
        (facts.plan.tasks[name] for name in names), key=lambda task: facts.schedule.tasks[task.id].late_start
    )
    first, goal = tasks[0], bound(facts, bound_by)
    late_start = facts.schedule.tasks[first.id].late_start
    calendar = facts.problem.nodes[facts.problem.index[first.id]].calendar
    more = f", and so had {counted(len(tasks) - 1, 'more task')}" if len(tasks) > 1 else ""
    return rule.finding(
        f"{named(first)} had to start by {iso(late_start)} for {goal.words}, "
        f"{gap(late_start, facts.problem.today, calendar)} ago{more}: "
        "begin now, or record when it began (`status: doing`, `started`).",
        first.place,
        items=(goal.item,),
        act=[task.team for task in tasks],
        know=(goal.team,),
        related=[
            Related(goal.place, goal.words),
            *(
                Related(task.place, f"{called(task)} had to start by {iso(facts.schedule.tasks[task.id].late_start)}")
                for task in tasks[1:]
            ),
        ],
        evidence={"late_start": iso(late_start), "bound_by": bound_by, "late": [task.id for task in tasks]},
        key="latest",
    )
