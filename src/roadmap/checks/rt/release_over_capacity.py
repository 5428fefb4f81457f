"""RT303: more must ship with a release than it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.rt.loads import Loaded, loaded
from roadmap.checks.shipping import dated
from roadmap.checks.wording import called, listed
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RT303",
    "release-over-capacity",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="release over its capacity",
    source="SAFe, Agile Release Train: what a train takes on is limited by what it can carry",
)
def release_over_capacity(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for found in loaded(facts):
        if found.fixed_load > found.capacity:
            yield _finding(facts, rule, found)


def _finding(facts: Facts, rule: Rule, found: Loaded) -> Finding:
    release, train = found.release, facts.plan.trains[found.release.train]
    place = release.place or train.place
    names = listed([called(task) for task in found.fixed], most=4)
    return rule.finding(
        f"Release {dated(release)} holds {found.holds}, but {found.fixed_load:g} cannot ship with a "
        f"later one ({names}): finish some for an earlier release, move what needs them, "
        f"or let {release.id} carry more.",
        place,
        items=(release.id,),
        act=(train.team,),
        know=[task.team for task in found.fixed],
        related=[Related(task.where("ships-on"), f"{called(task)} ships with {release.id}") for task in found.fixed],
        evidence={"capacity": found.capacity, "load": found.fixed_load, "tasks": [task.id for task in found.fixed]},
    )
