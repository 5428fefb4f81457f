"""MT801: teams depend on each other and meet in no review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.mt.joint_work import Pair, joint_work
from roadmap.checks.mt.meetings import meetings, shared
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.review import Review


@check(
    "MT801",
    "no-shared-review",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="teams that depend on each other share no review",
    source="Scrum of Scrums; Scaled Agile Framework, ART sync: teams that depend on each other meet regularly",
)
def no_shared_review(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not meetings(facts):
        return
    apart = [pair for pair in joint_work(facts) if not shared(facts, *pair)]
    for team, partners in _covering(apart):
        yield _finding(facts, rule, team, partners)


def _covering(apart: list[Pair]) -> Iterator[tuple[str, list[str]]]:
    """Teams that stand alone and whom they do not meet, so that few teams tell of all pairs."""
    left = set(apart)
    while left:
        partners: dict[str, list[str]] = {}
        for one, other in sorted(left):
            partners.setdefault(one, []).append(other)
            partners.setdefault(other, []).append(one)
        team = min(partners, key=lambda name: (-len(partners[name]), name))
        yield team, sorted(partners[team])
        left = {pair for pair in left if team not in pair}


def _finding(facts: Facts, rule: Rule, team: str, partners: list[str]) -> Finding:
    pairs = [(min(team, other), max(team, other)) for other in partners]
    works = [joint_work(facts)[pair] for pair in pairs]
    first = min((work.first for work in works), key=lambda task: (facts.schedule.tasks[task.id].start, task.id))
    names = sorted(frozenset().union(*(work.tasks for work in works)))
    review = _fitting(facts, team, partners)
    need = f"{named(first)} needs both sides"
    if len(names) > 1:
        need = f"{counted(len(names), 'task')} need both sides, first {named(first)}"
    return rule.finding(
        f"{team} shares no review with {listed(partners, most=6)}, and {need}: add who is missing to "
        f"{named(review)}, or begin a review of their own.",
        review.where("teams"),
        items=(team, *partners),
        act=(team, *partners),
        related=[Related(first.place, "this needs both sides")],
        evidence={"team": team, "partners": partners, "tasks": names},
    )


def _fitting(facts: Facts, team: str, partners: list[str]) -> Review:
    """The review in which most of them meet already."""
    everybody = {team, *partners}
    reviews = [each.review for each in meetings(facts)]
    return min(reviews, key=lambda review: (-len(everybody.intersection(review.teams)), review.id))
