"""SC109: work in one initiative is too late for a date that is written in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bounds import bound, is_written
from roadmap.checks.driving import chain_to
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.chains import deciding_places
from roadmap.checks.sc.misses import too_late
from roadmap.checks.wording import counted, days_of, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SC109",
    "negative-float",
    severity="warning",
    profile="strict",
    scope="whole",
    clause="negative float (with driving chain)",
    source="DCMA 14-point assessment, check 7 (negative float)",
)
def negative_float(facts: Facts, rule: Rule) -> Iterator[Finding]:
    late: dict[tuple[str, str], list[str]] = {}
    for bound_by, names in too_late(facts).items():
        for name in names:
            initiative = facts.plan.tasks[name].initiative
            if is_written(bound_by) and not _told_there(facts, bound_by, initiative):
                late.setdefault((initiative, bound_by), []).append(name)
    for (initiative, bound_by), names in sorted(late.items()):
        yield _finding(facts, rule, initiative, bound_by, names)


def _told_there(facts: Facts, bound_by: str, initiative: str) -> bool:
    """Whether the finding about the written day itself stands in the same initiative."""
    item = bound_by.partition(" ")[2]
    launch = facts.schedule.launches.get(item)
    return initiative == (launch.campaign if launch is not None else item.partition("/")[0])


def _finding(facts: Facts, rule: Rule, initiative: str, bound_by: str, names: list[str]) -> Finding:
    dates = facts.schedule.tasks
    worst = min(names, key=lambda name: (dates[name].total_float, -dates[name].end, name))
    task, goal = facts.plan.tasks[worst], bound(facts, bound_by)
    steps = chain_to(facts, worst)
    more = f" ({counted(len(names) - 1, 'more task')} of {initiative} also)" if len(names) > 1 else ""
    return rule.finding(
        f"{named(task)} ends on {dates[worst].last_day}, {days_of(-dates[worst].total_float)} too late for "
        f"{goal.words}, which depends on it{more}: finish it sooner, or agree on another date with "
        f"{goal.team or goal.item}.",
        task.place,
        items=(initiative, goal.item),
        act=(task.team, facts.plan.initiatives[initiative].team),
        know=[goal.team, *(facts.plan.tasks[name].team for name in names)],
        related=[Related(goal.place, goal.words), *deciding_places(steps)],
        evidence={
            "float": dates[worst].total_float,
            "bound_by": bound_by,
            "chain": [step.text for step in steps],
            "late": names,
        },
    )
