"""MT806: teams depend on each other, and no review is written in the whole workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.mt.joint_work import joint_tasks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "MT806",
    "reviews-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="teams that depend on each other share no review in the whole workspace",
    source="Scrum of Scrums; Scaled Agile Framework, ART sync: teams that depend on each other meet regularly",
)
def reviews_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if facts.plan.reviews or facts.plan.unread:
        return
    involved: set[str] = set()
    begins: list[tuple[int, str]] = []
    for name, team, others in joint_tasks(facts):
        involved |= others
        involved.add(team)
        begins.append((facts.schedule.tasks[name].start, name))
    if begins:
        teams, task = sorted(involved), facts.plan.tasks[min(begins)[1]]
        yield rule.finding(
            f"{counted(len(teams), 'team')} depend on each other ({listed(teams, most=6)}; first for {named(task)}), "
            "and no review is written: write in `reviews` who meets when.",
            task.place,
            act=teams,
            evidence={"teams": teams},
        )
