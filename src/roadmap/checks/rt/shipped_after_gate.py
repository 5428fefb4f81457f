"""RT310: work is recorded as shipped with a release, and was finished after its gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.shipping import dated, release_of
from roadmap.checks.wording import gap, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.task import Task


@check(
    "RT310",
    "shipped-after-gate",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="finished after its gate and yet recorded as shipped with it",
    source="OpenStack release schedule: what comes after the feature freeze needs an exception",
)
def shipped_after_gate(facts: Facts, rule: Rule) -> Iterator[Finding]:
    from roadmap.schedule.trains import gate_of

    for task in saying(facts, "release"):
        if task.finished is not None and task.status == "done" and task.id in facts.schedule.tasks:
            for name in task.release:
                if name.partition("@")[0] in task.ships_on:
                    release = release_of(facts, name)
                    gate = gate_of(release, task.gate)
                    if task.finished.toordinal() >= gate:
                        yield _finding(facts, rule, task, release, gate)


def _finding(facts: Facts, rule: Rule, task: Task, release: Release, gate: int) -> Finding:
    assert task.finished is not None
    train = facts.plan.trains[release.train]
    calendar = facts.plan.workdays.get(train.team, facts.plan.workdays[None])
    cut_off = task.gate or release.gate
    closed = f"whose cut-off {cut_off} was" if cut_off else "which took what was finished by"
    return rule.finding(
        f"{named(task)} is recorded as shipped with {dated(release)}, {closed} {iso(gate - 1)}, but was finished on "
        f"{task.finished}, {gap(gate, task.finished.toordinal() + 1, calendar)} later: "
        "correct the day or the release, or note the exception in its `notes` and suppress this.",
        task.where("finished"),
        items=(task.id, release.id),
        act=(task.team,),
        know=(train.team,),
        related=[Related(task.where("release"), f"it is recorded for {release.id}")],
        evidence={"gate": iso(gate - 1), "finished": task.finished.isoformat()},
    )
