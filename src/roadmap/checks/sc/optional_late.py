"""What a launch can do without, and goes ahead without as things stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.saying import saying
from roadmap.checks.sc.overdue import beginnings, overdue
from roadmap.checks.shipping import due, finish_by, reached
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import called, counted, gap, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.schedule.result import LaunchDates


def optional_late(facts: Facts, rule: Rule, priority: str) -> Iterator[Finding]:
    """One finding for each launch that tasks of a priority are too late for, even on the first day that its musts
    allow."""
    if not any(task.priority == priority for task in saying(facts, "priority")):
        return
    for campaign, launch in coming_launches(facts):
        late = _late(facts, campaign, launch, priority)
        if late:
            yield _finding(facts, rule, campaign, launch, late)


def _late(facts: Facts, campaign: Campaign, launch: LaunchDates, priority: str) -> list[str]:
    """Tasks of a priority that are not available in time, the earliest first."""
    problem, available = facts.problem, facts.schedule.moments.available
    latest = max(launch.written, launch.possible or launch.written)
    late: list[tuple[int, str]] = []
    for position in problem.nodes[problem.index[launch.id]].members:
        node = problem.nodes[position]
        if available[position] > latest:
            task = facts.plan.tasks[node.id]
            if task.priority == priority and task.status != "done":
                late.append((available[position], node.id))
    return [name for _, name in sorted(late)]


def _finding(facts: Facts, rule: Rule, campaign: Campaign, launch: LaunchDates, late: list[str]) -> Finding:
    tasks = [facts.plan.tasks[name] for name in late]
    first = tasks[0]
    at = facts.schedule.moments.available[facts.problem.index[first.id]]
    more = f", and without {counted(len(late) - 1, 'more task')}" if len(late) > 1 else ""
    by = due(facts, first.id, launch.written)
    begin = overdue(facts, [f"launch {launch.id}"], first.priority)
    remedy = f"finish it {finish_by(by)}, " if by is not None and by.end > facts.problem.today else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} goes ahead without {named(first)}, which {reached(facts, first.id)} at the "
        f"earliest, {gap(launch.written, at, launch_days(facts, launch))} late{more}: "
        f"{remedy}say that it follows (`after-launch: true`), or leave it out.",
        first.where("priority"),
        items=(launch.id,),
        act=(first.team, *(task.team for task in begin)),
        know=(campaign.team, *(task.team for task in tasks)),
        related=[
            Related(launch_place(campaign, launch), f"the launch is on {iso(launch.written)}"),
            *(Related(task.place, f"{called(task)} {reached(facts, task.id)}") for task in tasks[1:]),
            *beginnings(facts, begin),
        ],
        evidence={
            "needed": iso(launch.written),
            "earliest": iso(at),
            "late": late,
            "overdue": [task.id for task in begin],
        },
    )
