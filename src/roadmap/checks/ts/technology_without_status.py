"""TS601: a technology is used that has a name in the plan, but no standing in the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.ts.usage import further, told, usage
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "TS601",
    "technology-without-status",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="technology not in the register (it has a name there, and no status)",
    source="ISO/IEC 19770-1, IT asset management: what is used is known and has a status",
)
def technology_without_status(facts: Facts, rule: Rule) -> Iterator[Finding]:
    technologies = facts.plan.technologies
    if all(technology.status is None for technology in technologies.values()):
        return
    for name, uses in usage(facts).items():
        technology = technologies[name]
        if not technology.wrote("status"):
            yield rule.finding(
                f"{told(uses)} {named(technology)}, which has no status in the register: write whether it is adopted, "
                "on trial, on hold or refused (`status`).",
                technology.place,
                more=(use.task.id for use in uses),
                act=(technology.decided_by or technology.team,),
                know=[use.task.team for use in uses],
                related=[Related(uses[0].place, f"{uses[0].task.id} uses it"), *further(uses)],
                key=lasting(facts).name("technology", name),
            )
