"""HZ705: the day of a tactical campaign hangs on strategic work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.driving import driving
from roadmap.checks.launches import launch_named
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Campaign, Initiative
    from roadmap.schedule.result import LaunchDates
    from roadmap.source.nodes import Place


class Entry(NamedTuple):
    """Where a driving chain enters strategic work: ``waiting`` waits for ``node`` of ``initiative``."""

    waiting: str
    node: str
    initiative: Initiative


@check(
    "HZ705",
    "tactical-on-strategic",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a tactical campaign whose chain runs through strategic work",
    source="Gartner, pace-layered application strategy: work of different pace is planned apart",
)
def tactical_on_strategic(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if all(initiative.horizon != "strategic" for initiative in facts.plan.initiatives.values()):
        return
    found: dict[tuple[str, str], list[tuple[Campaign, LaunchDates, Entry]]] = {}
    for campaign, launch in coming_launches(facts):
        if campaign.horizon == "tactical":
            entry = _entry(facts, launch)
            if entry is not None:
                found.setdefault((campaign.id, entry.initiative.id), []).append((campaign, launch, entry))
    for launches in found.values():
        yield _finding(facts, rule, launches)


def _entry(facts: Facts, launch: LaunchDates) -> Entry | None:
    nodes, index = facts.problem.nodes, facts.problem.index
    for node, waiting in driving(facts, launch):
        initiative = facts.plan.initiatives.get(nodes[index[node]].initiative)
        if initiative is not None and initiative.horizon == "strategic":
            return Entry(waiting, node, initiative)
    return None


def _finding(facts: Facts, rule: Rule, launches: list[tuple[Campaign, LaunchDates, Entry]]) -> Finding:
    campaign, launch, entry = min(launches, key=lambda found: (found[1].written, found[1].id))
    task = facts.plan.tasks.get(entry.node)
    through = f"{named(task)} of " if task is not None else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} is tactical, and its day hangs on {through}the strategic "
        f"{named(entry.initiative)}: launch with what there is already, or plan it as strategic too.",
        _link(facts, campaign, entry),
        items=(campaign.id, entry.initiative.id),
        act=(campaign.team,),
        know=(entry.initiative.team, task.team if task is not None else None),
        related=[
            Related(campaign.where("horizon"), "tactical, as it says here"),
            Related(entry.initiative.where("horizon"), "strategic, as it says here"),
        ],
        evidence={
            "waits": entry.waiting,
            "through": entry.node,
            "launches": {launch.id: iso(launch.written) for _, launch, _ in launches},
        },
    )


def _link(facts: Facts, campaign: Campaign, entry: Entry) -> Place:
    for link in facts.plan.dependencies.get(entry.waiting, ()):
        if link.target == entry.node:
            return link.place
    return campaign.where("horizon")
