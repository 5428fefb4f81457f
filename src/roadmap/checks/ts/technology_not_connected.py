"""TS606: a technology must be connected to another, and no task connects them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.ts.usage import Use, further, told, usage
from roadmap.checks.unread import all_read_in_full
from roadmap.checks.wording import called, listed, named
from roadmap.network import is_scheduled
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.registers import Technology


@check(
    "TS606",
    "technology-not-connected",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="a technology that needs connecting (`connects`) and no task does",
    source="enterprise integration: a system is of use only with the data of its neighbours (Hohpe and Woolf, 2003)",
)
def technology_not_connected(facts: Facts, rule: Rule) -> Iterator[Finding]:
    technologies = facts.plan.technologies
    if not any(technology.connects for technology in technologies.values()):
        return
    if facts.plan.unread or not all_read_in_full(facts.plan.tasks.values(), "connects"):
        return  # the task that does it may stand where nothing could be read
    known, known_as = _connected(facts), lasting(facts).name
    known.update(frozenset((name,)) for name in technologies)  # nothing needs connecting to itself
    for name, uses in sorted(usage(facts).items(), key=lambda used: known_as("technology", used[0])):
        technology = technologies[name]
        missing = [other for other in dict.fromkeys(technology.connects) if {name, other} not in known]
        if missing:
            known.update(frozenset((name, other)) for other in missing)  # told once, from one of both sides
            yield _finding(facts, rule, technology, missing, uses)


def _connected(facts: Facts) -> set[frozenset[str]]:
    """Pairs of systems that a task connects, or has connected: both under `connects`, or one of them under `uses`."""
    return {
        frozenset((one, other))
        for task in saying(facts, "connects")
        if is_scheduled(task, facts.plan)
        for one in task.connects
        for other in (*task.connects, *task.uses)
    }


def _finding(facts: Facts, rule: Rule, technology: Technology, missing: list[str], uses: list[Use]) -> Finding:
    others = [facts.plan.technologies[other] for other in missing]
    it = "both" if len(others) == 1 else "them"
    return rule.finding(
        f"{told(uses)} {named(technology)}, which must be connected to {listed([named(other) for other in others])}, "
        f"and no task does that: add a task that `connects` {it}, or say which one does.",
        uses[0].place,
        more=(use.task.id for use in uses),
        act=[use.task.team for use in uses],
        know=(technology.team, *(other.team for other in others)),
        related=[
            *further(uses),
            Related(
                technology.where("connects"),
                f"must be connected to {listed([called(other) for other in others])}, as it says here",
            ),
        ],
        evidence={"technology": technology.id, "missing": missing},
        key=lasting(facts).name("technology", technology.id),
    )
