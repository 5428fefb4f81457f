"""TS605: a technology of the register that nobody runs, pays for or decides about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_WANTED = {
    "team": ("no team", "who runs it"),
    "funded-by": ("no funder", "who pays for it"),
    "decided-by": ("no decider", "who decides about it"),
}


@check(
    "TS605",
    "technology-unowned",
    severity="warning",
    profile="standard",
    scope="item",
    clause="a technology with no team, no funder, no decider",
    source="COBIT 2019, EDM and APO: every asset has someone accountable for running, funding and deciding",
)
def technology_unowned(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for technology in facts.plan.technologies.values():
        if technology.status in (None, "refused"):
            continue
        # What is written for somebody unknown is told by RF103.
        missing = [key for key in _WANTED if not technology.wrote(key)]
        if missing:
            lacks = listed([_WANTED[key][0] for key in missing])
            remedy = listed([_WANTED[key][1] for key in missing])
            keys = listed([f"`{key}`" for key in missing])
            yield rule.finding(
                f"The technology {named(technology)} has {lacks}: write {remedy} ({keys}).",
                technology.place,
                act=(technology.team or technology.decided_by,),
                know=(technology.decided_by,),
                evidence={"missing": missing},
                key=lasting(facts).name("technology", technology.id),
            )
