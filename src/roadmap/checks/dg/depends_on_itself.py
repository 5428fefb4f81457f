"""DG102: a task waits for itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.circles import behind
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "DG102",
    "depends-on-itself",
    severity="error",
    profile="minimal",
    scope="item",
    clause="a task that waits for itself",
    source="critical path method (Kelley and Walker, 1959): only a network without circles has dates",
)
def depends_on_itself(facts: Facts, rule: Rule) -> Iterator[Finding]:
    network = facts.network
    loops = [node for node in sorted(facts.problem.stuck) if node in network.incoming[node]]
    for node, victims in zip(loops, behind(facts, [[node] for node in loops]), strict=True):
        task = facts.plan.tasks[node]
        first, *more = [link.place for link in network.edge(node, node).links]
        lost = f" {counted(len(victims), 'task')} behind it {'has' if len(victims) == 1 else 'have'} no dates either."
        yield rule.finding(
            f"{named(task)} waits for itself, so that it can never start: remove this link, or name the task that was "
            f"meant.{lost if victims else ''}",
            first,
            items=(node,),
            act=(task.team,),
            know=[facts.plan.tasks[victim].team for victim in victims],
            related=[Related(place, "and here once more") for place in more],
            evidence={"behind": victims},
        )
