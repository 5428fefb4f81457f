"""DG109: a task names the same link twice."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.values.links import Dependency

_target = attrgetter("target")


@check(
    "DG109",
    "repeated-link",
    severity="warning",
    profile="standard",
    scope="item",
    clause="a link that a task names twice in the same way",
    source="plan language, Values: link; several links between two tasks differ in type or lag",
)
def repeated_link(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, links in facts.plan.dependencies.items():
        if len(links) < 2 or len(set(map(_target, links))) == len(links):
            continue
        seen: dict[tuple[object, ...], Dependency] = {}
        for link in links:
            first = seen.setdefault((link.target, link.kind, link.type, link.lag, link.work), link)
            if first is not link:
                task = facts.plan.tasks[name]
                yield rule.finding(
                    f"{named(task)} names its link to {link.target} twice: remove one, or say in one of them what "
                    "differs (`SS`, `FF` or a lag).",
                    link.place,
                    items=(name, link.target),
                    act=(task.team,),
                    related=[Related(first.place, "the same link")],
                )
