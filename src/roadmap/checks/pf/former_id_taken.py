"""PF120: an id by which calendars and baselines know another thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.lasting import Contest
    from roadmap.model.noun import Noun


@check(
    "PF120",
    "former-id-taken",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="an id that another thing had first (`was`), or that two say they had",
    source="plan language, Workspace and files: what is renamed keeps its former ids, so that it is known again",
)
def former_id_taken(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for contest in lasting(facts).contests:
        yield _finding(facts, rule, contest)


def _finding(facts: Facts, rule: Rule, contest: Contest) -> Finding:
    kind, name, owner, other, known = contest
    first, second = _noun(facts, kind, owner), _noun(facts, kind, other)
    one, another = _called(facts, kind, other, second), _called(facts, kind, owner, first)
    if second.wrote("was"):
        message = (
            f"{one} and {another} both say that they were called {name} first (`was`), so that calendars and baselines "
            f"know only {owner} by it: take {name} out of the `was` of the one that never was."
        )
    else:
        reference = other if kind in ("task", "release") else f"{kind}:{other}"
        message = (
            f"{one} has the id that {another} had first (`was`), and calendars and baselines go on knowing {owner} by "
            f"it: give {other} another id (`roadmap rename {reference} NEW`), or take {name} out of `was`."
        )
    return rule.finding(
        message[0].upper() + message[1:],
        second.where("was"),
        items=(other, owner),
        act=(_team(facts, kind, other, second),),
        know=(_team(facts, kind, owner, first),),
        related=[Related(first.where("was"), f"{owner} says here that it was called {name}")],
        evidence={"name": name, "known_as": known},
        key=kind,
    )


def _called(facts: Facts, kind: str, reference: str, noun: Noun) -> str:
    if kind == "initiative":
        kind = "campaign" if reference in facts.plan.campaigns else "project"
    title = getattr(noun, "title", None)
    return f"the {kind} “{title}” ({reference})" if title else f"the {kind} {reference}"


def _team(facts: Facts, kind: str, reference: str, noun: Noun) -> str | None:
    if kind == "release":
        return facts.plan.trains[reference.partition("@")[0]].team
    return reference if kind == "team" else getattr(noun, "team", None)


def _noun(facts: Facts, kind: str, reference: str) -> Noun:
    if kind == "task":
        return facts.plan.tasks[reference]
    if kind != "release":
        found: Noun = lasting(facts).things[kind][reference]
        return found
    train = facts.plan.trains[reference.partition("@")[0]]
    slot = next(release.slot for release in facts.plan.releases[train.id] if release.id == reference)
    return next((written for written in train.releases if slot in (written.slot, written.date)), train)
