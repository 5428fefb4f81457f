"""MT801: teams depend on each other and meet in no review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.mt.joint_work import Pair, joint_work
from roadmap.checks.mt.meetings import attended, meetings, shared
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.lasting import Lasting
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
    for team, partners in _covering(apart, lasting(facts)):
        yield _finding(facts, rule, team, partners)


def _covering(apart: list[Pair], known: Lasting) -> Iterator[tuple[str, list[str]]]:
    """Teams that stand alone and whom they do not meet, so that few teams tell of all pairs."""
    partners: dict[str, set[str]] = {}
    for one, other in apart:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    most = [(-len(others), known.name("team", team), team) for team, others in partners.items()]
    heapify(most)
    while most:
        count, name, team = heappop(most)
        left = len(partners[team])
        if left != -count:  # some of them were told meanwhile
            heappush(most, (-left, name, team))
        elif left:
            yield team, sorted(partners[team])
            for other in partners.pop(team):
                partners[other].remove(team)


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
        items=(team,),
        more=partners,
        act=(team, *partners),
        related=[Related(first.place, "this needs both sides")],
        evidence={"team": team, "partners": partners, "tasks": names},
    )


def _fitting(facts: Facts, team: str, partners: list[str]) -> Review:
    """The review in which most of them meet already."""
    everybody = (team, *partners)
    there = Counter(each.review.id for one in everybody for each in attended(facts, one))
    most = min(there, key=lambda name: (-there[name], name), default=None)
    return facts.plan.reviews[most or min(each.review.id for each in meetings(facts))]
