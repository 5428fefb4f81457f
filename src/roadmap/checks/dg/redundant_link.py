"""DG103: a link that other links imply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.implied import implied_links
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_SHOWN = 20
"""So many links of a longer way are shown."""


@check(
    "DG103",
    "redundant-link",
    severity="info",
    profile="strict",
    scope="whole",
    clause="a link that other links imply",
    source="transitive reduction of a graph (Aho, Garey and Ullman, 1972)",
)
def redundant_link(facts: Facts, rule: Rule) -> Iterator[Finding]:
    tasks = facts.plan.tasks
    for name, link, path in implied_links(facts):
        task, needed = tasks[name], tasks[link.target]
        through = [tasks[waiting] for waiting, _ in path[1:]]
        way = f" by way of {counted(len(through) - 1, 'more task')}" if len(through) > 1 else ""
        yield rule.finding(
            f"{named(task)} waits for {named(through[0])}, which waits for {named(needed)}{way}, so that this link to "
            f"{called(needed)} changes nothing: remove it.",
            link.place,
            items=(name, link.target),
            act=(task.team,),
            related=[Related(step.place, f"{waiting} waits for {step.target}") for waiting, step in path[:_SHOWN]],
        )
