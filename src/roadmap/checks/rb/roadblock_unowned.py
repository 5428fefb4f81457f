"""RB801: something is in the way, and nobody has taken it on, or not by a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.rb.in_the_way import roadblocks
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RB801",
    "roadblock-unowned",
    severity="warning",
    profile="standard",
    scope="item",
    clause="open roadblock with no owner or date",
    source="PMI, A Guide to the Project Management Body of Knowledge: an issue log names owner and target date",
)
def roadblock_unowned(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for met in roadblocks(facts):
        if not met.is_open:
            continue
        missing = [key for key in ("owner", "due") if getattr(met.roadblock, key) is None]
        if missing:
            lacks = listed([{"owner": "no owner", "due": "no date"}[key] for key in missing])
            remedy = listed([{"owner": "who clears it", "due": "by when"}[key] for key in missing])
            keys = listed([f"`{key}`" for key in missing])
            yield rule.finding(
                f"{met.words} has {lacks}: write {remedy} ({keys}).",
                met.roadblock.place,
                items=(met.task.id,),
                act=(met.task.team,),
                know=(facts.plan.initiatives[met.task.initiative].team,),
                evidence={"missing": missing},
                key=met.roadblock.what,
            )
