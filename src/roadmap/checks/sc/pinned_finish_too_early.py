"""SC105: a planned finish lies before the work can be finished."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.pins import broken_pins, cause_places, followers, reason
from roadmap.checks.wording import gap, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC105",
    "pinned-finish-too-early",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="pinned finish before the work can end",
    source="DCMA 14-point assessment, check 5 (hard constraints)",
)
def pinned_finish_too_early(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for pin in broken_pins(facts):
        task, dates = pin.task, pin.dates
        if pin.key != "finish" or task.finish is None:
            continue
        calendar = facts.problem.nodes[facts.problem.index[task.id]].calendar
        late = gap(task.finish.toordinal() + 1, dates.last_day.toordinal() + 1, calendar)
        begins = "" if pin.cause is None else f", so it starts on {dates.first_day}"
        yield rule.finding(
            f"{named(task)} is planned to be finished on {task.finish}, but {reason(facts, pin)}{begins} and ends on "
            f"{dates.last_day} at the earliest, {late} later: "
            f"plan it until {dates.last_day}, or change what it waits for or how long it takes{followers(pin)}.",
            task.where("finish"),
            items=(task.id,),
            act=(task.team,),
            know=[
                facts.plan.initiatives[task.initiative].team,
                *(facts.plan.tasks[name].team for name in pin.behind),
            ],
            related=cause_places(facts, pin),
            evidence={
                "planned": task.finish.isoformat(),
                "earliest": dates.last_day.isoformat(),
                "behind": pin.behind,
            },
        )
