"""RT301: work misses the cut-off of the release that it is planned for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.causes import roots
from roadmap.checks.driving import chain_to
from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import dated, release_of
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, gap, iso, named, waiting_too
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.task import Task


class _Missed(NamedTuple):
    task: Task
    release: Release
    gate: int


@check(
    "RT301",
    "misses-pinned-release",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="misses the cut-off of its pinned release",
    source="Kubernetes release process: work that misses a freeze waits for the next release, or asks for an exception",
)
def misses_pinned_release(facts: Facts, rule: Rule) -> Iterator[Finding]:
    from roadmap.schedule.trains import gate_of

    missed: dict[str, _Missed] = {}
    for task, dates in standing(facts).shipping:
        for name in task.release:
            if name not in dates.releases and name.partition("@")[0] in task.ships_on:
                release = release_of(facts, name)
                gate = gate_of(release, task.gate)
                if release.skipped is None and dates.end > gate:
                    missed[task.id] = _Missed(task, release, gate)
    for root, behind in roots(facts, missed).items():
        yield _finding(facts, rule, missed[root], [missed[name].task for name in behind])


def _finding(facts: Facts, rule: Rule, missed: _Missed, behind: list[Task]) -> Finding:
    task, release = missed.task, missed.release
    dates, train = facts.schedule.tasks[task.id], facts.plan.trains[release.train]
    carried = next((name for name in dates.releases if name.startswith(f"{train.id}@")), None)
    cut_off = task.gate or release.gate
    closes = (
        f"the cut-off {cut_off} of {dated(release)} is {iso(missed.gate - 1)}"
        if cut_off
        else (f"{dated(release)} takes what is finished by {iso(missed.gate - 1)}")
    )
    instead = (
        f"the next release that carries it is {dated(release_of(facts, carried))}"
        if carried
        else (f"no later release of {train.id} carries it")
    )
    remedy = (
        f"plan it for {carried}, or finish it by {iso(missed.gate - 1)}"
        if carried
        else (f"finish it by {iso(missed.gate - 1)}")
    )
    also = waiting_too([called(other) for other in behind], "misses its release too", "miss theirs too")
    late = gap(missed.gate, dates.end, facts.problem.nodes[facts.problem.index[task.id]].calendar)
    steps = chain_to(facts, task.id)
    return rule.finding(
        f"{named(task)} is planned for {release.id} and ends on {dates.last_day}, but {closes}, {late} earlier, and "
        f"{instead}: {remedy}{also}.",
        task.where("release"),
        items=(task.id, release.id),
        act=(task.team,),
        know=(train.team, facts.plan.initiatives[task.initiative].team, *(other.team for other in behind)),
        related=[
            *([Related(release.place, f"{release.id} and its cut-offs")] if release.place else []),
            *(
                Related(other.where("release"), f"{called(other)} waits for it and misses its release")
                for other in behind
            ),
        ],
        evidence={
            "needed": iso(missed.gate - 1),
            "earliest": dates.last_day.isoformat(),
            "next": carried,
            "chain": [step.text for step in steps],
            "behind": [other.id for other in behind],
        },
    )
