"""RT302: something was requested or accepted after the request gate of the release that it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import dated, release_of
from roadmap.checks.standing import standing
from roadmap.checks.wording import days_of, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.task import Task


@check(
    "RT302",
    "after-request-gate",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="requested or accepted after the request gate",
    source="Kubernetes release process: enhancements are opted in by the enhancements freeze, or ask for an exception",
)
def after_request_gate(facts: Facts, rule: Rule) -> Iterator[Finding]:
    gated = {train.id for train in facts.plan.trains.values() if train.request_gate is not None}
    if not gated:
        return
    for task, _ in standing(facts).shipping:
        for train in task.ships_on:
            release = _needed(facts, task, train) if train in gated else None
            if release is not None and release.request_gate is not None:
                gate = release.cut_offs[release.request_gate]
                late = _late(facts, task, gate)
                if late is not None:
                    yield _finding(facts, rule, task, release, gate, *late)


def _needed(facts: Facts, task: Task, train: str) -> Release | None:
    """The release that a task is planned for, or else the last one that is in time for what bounds it."""
    for name in task.release:
        if name.partition("@")[0] == train:
            return release_of(facts, name)
    node = facts.problem.nodes[facts.problem.index[task.id]]
    assert node.work is not None
    dates = facts.schedule.tasks[task.id]
    for timetable in node.work.trains:
        if timetable.releases and timetable.releases[0].train == train:
            index = timetable.carrier(max(dates.late_end, dates.end))
            return timetable.releases[index] if index is not None else None
    return None


def _late(facts: Facts, task: Task, gate: dt.date) -> tuple[str, dt.date] | None:
    """What came after the gate, and when; ``None`` where all was in time, or can still be. What a team plans for itself
    on its own train needs no request."""
    request, today = task.request, facts.today
    if request is not None and request.unclear("answer"):
        return None
    if request is not None and request.answer == "accepted":
        late = request.answered is not None and request.answered > gate
        return ("was accepted", request.answered) if late and request.answered else None
    if request is not None and request.answer == "declined":
        return None  # which LT206 tells
    if request is not None and request.asked is not None:
        if request.asked > gate:
            return "was requested", request.asked
        return ("is not accepted yet", today) if today > gate else None
    own = {facts.plan.trains[train].team for train in task.ships_on if train in facts.plan.trains}
    own |= {task.team, facts.plan.initiatives[task.initiative].team}
    return ("is not requested yet", today) if today > gate and len(own) > 1 else None


def _finding(facts: Facts, rule: Rule, task: Task, release: Release, gate: dt.date, what: str, day: dt.date) -> Finding:
    train = facts.plan.trains[release.train]
    calendar = facts.plan.workdays.get(train.team, facts.plan.workdays[None])
    late = calendar.count(gate.toordinal() + 1, day.toordinal() + 1)
    on = f" on {day}" if what.startswith("was") else ""
    place = (
        task.where("request", "answered" if what == "was accepted" else "asked")
        if task.request
        else task.where("ships-on")
    )
    return rule.finding(
        f"{named(task)} {what}{on}, {days_of(late)} after the request gate {release.request_gate} ({gate}) of "
        f"{dated(release)}, which it needs: ask {train.team or train.id} for an exception, "
        "or plan it for a later release.",
        place,
        items=(task.id, release.id),
        act=(facts.plan.initiatives[task.initiative].team,),
        know=(train.team, task.team),
        related=[
            Related(train.where("request-gate"), f"what ships on {train.id} is accepted by {release.request_gate}")
        ],
        evidence={"request_gate": gate.isoformat(), "release": release.id, "days_late": late},
    )
