"""SC104: a planned start lies before the start can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.pins import broken_pins, cause_places, followers, reason, told_as_notice
from roadmap.checks.wording import gap, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC104",
    "pinned-start-too-early",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="pinned start before its predecessors end",
    source="DCMA 14-point assessment, check 5 (hard constraints)",
)
def pinned_start_too_early(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for pin in broken_pins(facts):
        task, dates = pin.task, pin.dates
        if pin.key != "start" or task.start is None or (pin.cause is not None and pin.cause.kind == "today"):
            continue
        if (task.finish is not None and task.finish < task.start) or told_as_notice(facts, pin):
            continue
        calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
        source = facts.problem.nodes[pin.cause.arc.source].id if pin.cause is not None and pin.cause.arc else None
        yield rule.finding(
            f"{named(task)} is planned to start on {task.start}, but {reason(facts, pin)}, so it starts on "
            f"{dates.first_day} at the earliest, {gap(task.start.toordinal(), dates.start, calendar)} later: "
            f"plan it from {dates.first_day}, or change what it waits for{followers(pin)}.",
            task.where("start"),
            items=(task.id,),
            act=(task.team,),
            know=[
                facts.plan.initiatives[task.initiative].team,
                *(facts.plan.tasks[name].team for name in (source, *pin.behind) if name in facts.plan.tasks),
            ],
            related=cause_places(facts, pin),
            evidence={
                "planned": task.start.isoformat(),
                "earliest": dates.first_day.isoformat(),
                "waits_for": source,
                "behind": pin.behind,
            },
        )
