"""SC101: a launch cannot be met by logic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap.checks.driving import chain_to
from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.chains import deciding_places
from roadmap.checks.sc.misses import too_late
from roadmap.checks.sc.overdue import beginnings, overdue
from roadmap.checks.sc.room import buffer_wanted, room, roomy_day, wanted
from roadmap.checks.shipping import Due, due, ending, finish_by, latest_end, reached
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import called, days_of, gap, iso, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign
    from roadmap.model.task import Task
    from roadmap.schedule.result import LaunchDates, Step


@check(
    "SC101",
    "launch-impossible",
    severity="error",
    profile="minimal",
    scope="whole",
    clause="launch cannot be met by logic",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practices 6 (critical path) and 7 (float)",
)
def launch_impossible(facts: Facts, rule: Rule) -> Iterator[Finding]:
    late: dict[str, list[str]] | None = None
    for campaign, launch in coming_launches(facts):
        if launch.met:
            continue
        late = late or too_late(facts)
        told = _never(facts, campaign, launch) if launch.possible is None else _late(facts, campaign, launch)
        bound_by = f"launch {launch.id}"
        behind, begin = late.get(bound_by, []), overdue(facts, [bound_by], "must")
        yield rule.finding(
            told.message,
            launch_place(campaign, launch),
            items=(launch.id,),
            act=(campaign.team, told.task.team, told.lever.team, *(task.team for task in begin)),
            know=[
                *(facts.plan.tasks[name].team for name in behind),
                *(facts.plan.trains[train].team for train in told.task.ships_on if train in facts.plan.trains),
            ],
            related=[*told.related, *beginnings(facts, begin), *deciding_places(told.steps)],
            evidence={
                "needed": iso(launch.written),
                **told.evidence,
                "late": behind,
                "overdue": [task.id for task in begin],
            },
            severity=None if launch.firm else "warning",
        )


class _Told(NamedTuple):
    """``task`` decides the launch; ``lever`` is the work to look at."""

    task: Task
    lever: Task
    message: str
    related: list[Related]
    steps: tuple[Step, ...]
    evidence: dict[str, Any]


def _late(facts: Facts, campaign: Campaign, launch: LaunchDates) -> _Told:
    assert launch.decided_by is not None and launch.possible is not None
    task = facts.plan.tasks[launch.decided_by]
    steps = chain_to(facts, launch.id)
    lever = _lever(facts, launch, steps)
    waits = f" because it waits for {named(lever)}, which {reached(facts, lever.id)}" if lever is not task else ""
    least = room(facts, launch)
    later = roomy_day(facts, launch, least)
    remedy = f"move the launch to {iso(later)}{_left(facts, launch, least)}"
    by = _needed_end(facts, lever, launch, steps, least)
    if by is not None and by.end > facts.problem.today:
        remedy += f", or finish {called(lever)} {finish_by(by)}"
    past = ", which is past," if launch.written < facts.problem.today else ""
    message = (
        f"{launch_named(campaign, launch)}{past} needs {named(task)}, which {reached(facts, task.id)} at the earliest"
        f"{waits}: {gap(launch.written, launch.possible, launch_days(facts, launch))} late; {remedy}."
    )
    related = [
        Related(task.place, f"{called(task)} decides the launch: it {reached(facts, task.id)}"),
        *buffer_wanted(facts, launch),
    ]
    evidence = {
        "earliest": iso(launch.possible),
        "days_late": -launch.float_,
        "move_to": iso(later),
        "chain": [step.text for step in steps],
    }
    return _Told(task, lever, message, related, steps, evidence)


def _left(facts: Facts, launch: LaunchDates, least: int) -> str:
    """Why not on the first possible day."""
    days = wanted(facts, launch)
    if days:
        return f", which leaves a buffer of {days_of(days)}"
    return ", a working day after that release" if least else ""


def _lever(facts: Facts, launch: LaunchDates, steps: tuple[Step, ...]) -> Task:
    """The work to look at: what the launch waits for last, or behind it the last that had to wait for a release."""
    assert launch.decided_by is not None
    along = list(dict.fromkeys(step.node for step in steps))
    shipped = [step.node for step in steps if step.kind == "release" and step.node in facts.schedule.tasks]
    for name in reversed(shipped):
        if facts.schedule.tasks[name].end > latest_end(facts, along[along.index(name) :], launch.written):
            return facts.plan.tasks[name]
    return facts.plan.tasks[launch.decided_by]


def _needed_end(facts: Facts, lever: Task, launch: LaunchDates, steps: tuple[Step, ...], least: int) -> Due | None:
    """By when it must be finished to leave so much room: what decides the launch by that day, what lies behind by the
    latest end with which all between them is in time."""
    day = launch_days(facts, launch).backward(launch.written, least)
    if lever.id == launch.decided_by:
        return due(facts, lever.id, day)
    along = list(dict.fromkeys(step.node for step in steps))
    end = latest_end(facts, along[along.index(lever.id) :], day)
    return ending(facts, lever.id, min(end, facts.schedule.tasks[lever.id].late_end))


def _never(facts: Facts, campaign: Campaign, launch: LaunchDates) -> _Told:
    task = _uncarried(facts, launch)
    trains = listed(task.ships_on)
    message = (
        f"{launch_named(campaign, launch)} needs {named(task)}, which is finished on "
        f"{facts.schedule.tasks[task.id].last_day}, and no release of {trains} carries it: "
        f"add a release of {trains} after that day, or finish {called(task)} earlier."
    )
    related = [Related(task.where("ships-on"), f"no release of {trains} carries {called(task)}")]
    return _Told(task, task, message, related, (), {"earliest": None, "days_late": None, "move_to": None, "chain": []})


def _uncarried(facts: Facts, launch: LaunchDates) -> Task:
    """The work that no release carries, behind a launch that can therefore never be."""
    nodes, never = facts.problem.nodes, facts.schedule.moments.never
    waiting = [facts.problem.index[launch.id]]
    while True:
        node = nodes[waiting.pop()]
        if node.work is not None and facts.schedule.tasks[node.id].available is None:
            return facts.plan.tasks[node.id]
        needed = [*node.members, *(arc.source for arc in node.arcs)]
        waiting += [position for position in reversed(needed) if position in never]
