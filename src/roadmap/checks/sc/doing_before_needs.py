"""SC114: something is being done although what it needs is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.sc.order import how_far, linked
from roadmap.checks.standing import standing
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


@check(
    "SC114",
    "doing-before-needs",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="doing although predecessors are open",
    source="GAO Schedule Assessment Guide (GAO-16-89G), best practice 9: out-of-sequence progress",
)
def doing_before_needs(facts: Facts, rule: Rule) -> Iterator[Finding]:
    ahead: dict[str, list[tuple[Task, Dependency]]] = {}
    for task, needed, link in linked(facts, standing(facts).doing):
        still_open = needed.status == "planned" if link.type == "SS" else needed.status != "done"
        if link.type in ("FS", "SS") and still_open and not needed.unclear("status"):
            ahead.setdefault(needed.id, []).append((task, link))
    for name, doing in sorted(ahead.items()):
        yield _finding(facts, rule, facts.plan.tasks[name], doing)


def _finding(facts: Facts, rule: Rule, needed: Task, doing: list[tuple[Task, Dependency]]) -> Finding:
    first = doing[0][0]
    more = f" and {counted(len(doing) - 1, 'more task')}" if len(doing) > 1 else ""
    need = "needs" if len(doing) == 1 else "need"
    its = "its dates no longer wait" if len(doing) == 1 else "their dates no longer wait"
    return rule.finding(
        f"{named(first)}{more}, already being done, {need} {named(needed)}, which {how_far(needed)}, and {its} "
        f"for it: record how far {needed.id} is, or take the link out.",
        needed.where("status") if needed.wrote("status") else needed.place,
        items=(needed.id,),
        act=(needed.team, *(task.team for task, _ in doing)),
        related=[Related(link.place, f"{task.id}, which is being done, needs it") for task, link in doing],
        evidence={"doing": [task.id for task, _ in doing]},
    )
