"""OB702: teams depend on each other, and want different things."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from roadmap.checks.crossings import Crossing, crossings
from roadmap.checks.ob.conflicts import conflicts
from roadmap.checks.registry import Rule, check
from roadmap.checks.unread import all_read_in_full
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative

_SHOWN = 3


@check(
    "OB702",
    "no-shared-objective",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="teams that depend on each other without a shared objective",
    source="OKR (Doerr, 2018): teams that depend on each other share objectives, so that both gain by the same work",
)
def no_shared_objective(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan, found = facts.plan, dict[tuple[str, str], list[Crossing]]()
    if not plan.objectives:
        return
    for crossing in crossings(facts):
        home, needed = plan.initiatives[crossing.task.initiative], plan.initiatives[crossing.needed]
        if _differ(home, needed) and not _agree_or_conflict(facts, home, needed):
            one, other = sorted((home.id, needed.id))
            found.setdefault((one, other), []).append(crossing)
    for pair in sorted(found):
        yield _finding(facts, rule, sorted(found[pair], key=lambda crossing: crossing.link.place))


def _differ(home: Initiative, needed: Initiative) -> bool:
    """Whether two teams lead them, each with objectives of its own: where one has none, OB701 tells that."""
    if home.team is None or needed.team in (None, home.team) or not home.supports or not needed.supports:
        return False
    return all_read_in_full((home, needed), "supports")


def _agree_or_conflict(facts: Facts, home: Initiative, needed: Initiative) -> bool:
    """Whether they share an objective, or have two that are known to conflict: OB703 tells that."""
    shared = not set(home.supports).isdisjoint(needed.supports)
    return shared or any(frozenset(pair) in conflicts(facts) for pair in product(home.supports, needed.supports))


def _finding(facts: Facts, rule: Rule, links: list[Crossing]) -> Finding:
    plan = facts.plan
    home, needed = plan.initiatives[links[0].task.initiative], plan.initiatives[links[0].needed]
    mine, yours = _wants(facts, home), _wants(facts, needed)
    return rule.finding(
        f"{named(home)} of {home.team} waits for {named(needed)} of {needed.team} ({counted(len(links), 'link')}), and "
        f"the two share no objective (the one supports {mine}, the other {yours}): agree on one that both support "
        "(`supports`).",
        links[0].link.place,
        items=(home.id, needed.id),
        act=(home.team, needed.team),
        related=[
            *(Related(each.link.place, f"{each.task.id} waits as well") for each in links[1:_SHOWN]),
            Related(home.where("supports"), f"{home.id} supports {mine}"),
            Related(needed.where("supports"), f"{needed.id} supports {yours}"),
        ],
        evidence={"links": len(links)},
    )


def _wants(facts: Facts, initiative: Initiative) -> str:
    return listed([named(facts.plan.objectives[objective]) for objective in initiative.supports])
