"""HZ704: a roll-out begins before its pilot has shown anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.hz.pilots import dates_of
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import reached
from roadmap.checks.wording import counted, gap, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative
    from roadmap.model.task import Task
    from roadmap.source.nodes import Place

_SHOWN = 5


class Result(NamedTuple):
    """What the roll-out waits for: ``boundary`` from which it is there, and in words when that is."""

    boundary: int
    name: str
    when: str
    place: Place
    item: str
    team: str | None


@check(
    "HZ704",
    "rollout-before-result",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="roll-out scheduled before its pilot's result",
    source="stage-gate: the next stage begins after the decision on the results of the last (Cooper, 1990)",
)
def rollout_before_result(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for rollout in ongoing(facts):
        result = _result(facts, rollout)
        if result is None or result.boundary <= facts.problem.today:
            continue
        early = [
            facts.plan.tasks[name]
            for name, dates in dates_of(facts, rollout).items()
            if dates.start < result.boundary and facts.plan.tasks[name].status != "done"
        ]
        if early:
            yield _finding(facts, rule, rollout, result, early)


def _result(facts: Facts, rollout: Initiative) -> Result | None:
    """The task that the roll-out names, or else the end of the pilot; ``None`` where neither has a date."""
    after = facts.plan.after.get(rollout.id)
    if after is not None and after.target in facts.schedule.tasks:
        task, dates = facts.plan.tasks[after.target], facts.schedule.tasks[after.target]
        boundary = dates.end if after.work else dates.available
        if boundary is None:
            return None
        return Result(boundary, named(task), reached(facts, task.id), task.place, task.id, task.team)
    pilot = facts.plan.initiatives.get(rollout.scales or "")
    end = facts.schedule.ends.get(pilot.id) if pilot is not None else None
    if pilot is None or not end:
        return None
    return Result(end, named(pilot), f"is complete before {iso(end)}", pilot.place, pilot.id, pilot.team)


def _finding(facts: Facts, rule: Rule, rollout: Initiative, result: Result, early: list[Task]) -> Finding:
    dates = facts.schedule.tasks
    early = sorted(early, key=lambda task: (dates[task.id].start, task.id))
    first = early[0]
    calendar = facts.problem.nodes[facts.problem.index[first.id]].calendar
    ahead = gap(dates[first.id].start, result.boundary, calendar)
    more = f" ({counted(len(early) - 1, 'more task')} of it too)" if len(early) > 1 else ""
    return rule.finding(
        f"The roll-out {named(rollout)} begins with {named(first)} on {dates[first.id].first_day}{more}, {ahead} "
        f"before the result of its pilot: {result.name} {result.when}; let the first tasks of the roll-out "
        "wait for it.",
        rollout.where("after-result" if rollout.wrote("after-result") else "scales"),
        items=(rollout.id, result.item),
        more=(task.id for task in early),
        act=(rollout.team,),
        know=(result.team, *(task.team for task in early)),
        related=[
            *(Related(task.place, f"begins on {dates[task.id].first_day}") for task in early[:_SHOWN]),
            Related(result.place, f"the result {result.when}"),
        ],
        evidence={"result": iso(result.boundary), "begins": dates[first.id].first_day.isoformat()},
    )
