"""OB703: objectives pull in opposite directions, and the work for them meets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from roadmap.checks.ob.chains import Chains
from roadmap.checks.ob.conflicts import Conflict, conflicts, known_as
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative
    from roadmap.model.registers import Objective
    from roadmap.source.nodes import Place


@check(
    "OB703",
    "objectives-conflict",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="objectives that conflict, and the chain where they meet",
    source="theory of constraints, evaporating cloud: a conflict is solved where the two sides meet (Goldratt, 1994)",
)
def objectives_conflict(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not conflicts(facts):
        return
    supporters: dict[str, list[str]] = {}
    for initiative in ongoing(facts):
        for objective in initiative.supports:
            supporters.setdefault(objective, []).append(initiative.id)
    chains: dict[str, Chains] = {}
    for conflict in conflicts(facts).values():
        ours, theirs = supporters.get(conflict.one.id, []), supporters.get(conflict.other.id, [])
        others = frozenset(theirs)
        both = [facts.plan.initiatives[name] for name in ours if name in others]
        if both:
            yield _within(facts, rule, conflict, both)
            continue
        if not ours or not theirs:
            continue
        for side in conflict:
            if side.id not in chains:
                chains[side.id] = Chains(facts, supporters[side.id])
        found = (chains[conflict.one.id].to(theirs), chains[conflict.other.id].to(ours))
        chain = min(filter(None, found), key=len, default=())
        if chain:
            first, second = (conflict.one, conflict.other)
            if facts.problem.nodes[facts.problem.index[chain[0]]].initiative in theirs:
                first, second = second, first
            yield _along(facts, rule, conflict, chain, (first, second))


def _within(facts: Facts, rule: Rule, conflict: Conflict, both: list[Initiative]) -> Finding:
    more = f" and {counted(len(both) - 1, 'more initiative')}" if len(both) > 1 else ""
    supports = "support" if more else "supports"
    return rule.finding(
        f"{conflict.words}, and {named(both[0])}{more} {supports} both: agree on which of them comes first there, and "
        "support that one.",
        both[0].where("supports"),
        more=(initiative.id for initiative in both),
        act=[initiative.team for initiative in both],
        know=(conflict.one.team, conflict.other.team),
        related=[
            *(Related(initiative.where("supports"), f"{initiative.id} supports both") for initiative in both[1:]),
            Related(conflict.place, "the conflict, as it says here"),
        ],
        evidence={"objectives": [conflict.one.id, conflict.other.id]},
        key=f"{known_as(facts, conflict.one)} {known_as(facts, conflict.other)}",
    )


def _along(
    facts: Facts, rule: Rule, conflict: Conflict, chain: tuple[str, ...], wanted: tuple[Objective, Objective]
) -> Finding:
    waiting, needed = (_initiative(facts, node) for node in (chain[0], chain[-1]))
    between = len(chain) - 2
    way = f", by way of {counted(between, 'step')} in between," if between else ""
    return rule.finding(
        f"{conflict.words}, and their work meets: {_told(facts, chain[0])} of {called(waiting)}, for "
        f"{called(wanted[0])}, waits{way} for {_told(facts, chain[-1])} of {called(needed)}, for {called(wanted[1])}; "
        "agree on which comes first before one holds up the other.",
        _link(facts, chain[0], chain[1]),
        items=(waiting.id, needed.id),
        act=(waiting.team, needed.team),
        know=(conflict.one.team, conflict.other.team),
        related=[
            *(
                Related(_link(facts, node, following), f"{node} waits for {following}")
                for node, following in pairwise(chain[1:])
            ),
            Related(waiting.where("supports"), f"{waiting.id} supports {wanted[0].id}"),
            Related(needed.where("supports"), f"{needed.id} supports {wanted[1].id}"),
            Related(conflict.place, "the conflict, as it says here"),
        ],
        evidence={"objectives": [conflict.one.id, conflict.other.id], "chain": list(chain)},
        key=f"{known_as(facts, conflict.one)} {known_as(facts, conflict.other)}",
    )


def _initiative(facts: Facts, node: str) -> Initiative:
    return facts.plan.initiatives[facts.problem.nodes[facts.problem.index[node]].initiative]


def _told(facts: Facts, node: str) -> str:
    if node in facts.plan.tasks:
        return named(facts.plan.tasks[node])
    return "the launch" if facts.network.kinds[node] == "launch" else "the end"


def _link(facts: Facts, waiting: str, needed: str) -> Place:
    """Where it is written that one waits for the other; where it only follows, where what waits is named."""
    for link in facts.plan.dependencies.get(waiting, ()):
        if link.target == needed:
            return link.place
    task = facts.plan.tasks.get(waiting)
    return task.place if task is not None else _initiative(facts, waiting).place
