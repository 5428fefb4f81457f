"""TS602: work uses a technology that the register refuses or holds back."""

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
    from roadmap.findings.finding import Finding, Severity

_WORDS: dict[str, tuple[str, Severity]] = {"refused": ("refused", "error"), "hold": ("on hold", "warning")}


@check(
    "TS602",
    "technology-refused",
    severity="error",
    profile="standard",
    scope="pair",
    clause="a technology that is refused or on hold",
    source="technology radar (Thoughtworks): what is on hold is not for new work",
)
def technology_refused(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, uses in usage(facts).items():
        technology = facts.plan.technologies[name]
        if technology.status not in _WORDS:
            continue
        words, severity = _WORDS[technology.status]
        decider = technology.decided_by or technology.team
        yield rule.finding(
            f"{told(uses)} {named(technology)}, which is {words} in the register: use another technology, or ask "
            f"{decider or 'whoever decides about it'} for an exception.",
            uses[0].place,
            more=(use.task.id for use in uses),
            act=[use.task.team for use in uses],
            know=(technology.team, technology.decided_by),
            related=[*further(uses), Related(technology.where("status"), f"{words}, as it says here")],
            evidence={"technology": name, "status": technology.status},
            key=lasting(facts).name("technology", name),
            severity=severity,
        )
