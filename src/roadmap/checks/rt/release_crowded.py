"""RT304: more is ready for a release than it holds, though some of it can wait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.rt.loads import loaded
from roadmap.checks.shipping import dated
from roadmap.checks.wording import called, listed
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RT304",
    "release-crowded",
    severity="info",
    profile="strict",
    scope="whole",
    clause="release over its capacity (as ready by logic, though some can ship later)",
    source="SAFe, Agile Release Train: what a train takes on is limited by what it can carry",
)
def release_crowded(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for found in loaded(facts):
        if found.fixed_load > found.capacity or found.load <= found.capacity:
            continue
        release, train = found.release, facts.plan.trains[found.release.train]
        waiting = [task for task in found.tasks if task not in found.fixed]
        yield rule.finding(
            f"Release {dated(release)} holds {found.holds}, but {found.load:g} would be ready for "
            f"it: plan some for a later one (`release`); {listed([called(task) for task in waiting])} can wait.",
            release.place or train.place,
            items=(release.id,),
            act=(train.team,),
            know=[task.team for task in found.tasks],
            related=[Related(task.where("ships-on"), f"{called(task)} can ship later") for task in waiting],
            evidence={"capacity": found.capacity, "load": found.load, "tasks": [task.id for task in found.tasks]},
        )
