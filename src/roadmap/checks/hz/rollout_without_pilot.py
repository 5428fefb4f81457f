"""HZ703: everything at once, and nothing was tried before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_NEVER = {"idea": "only an idea", "paused": "paused", "cancelled": "cancelled"}


@check(
    "HZ703",
    "rollout-without-pilot",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="full roll-out with no pilot",
    source="The Lean Startup (Ries, 2011): try what is not known before it is scaled",
)
def rollout_without_pilot(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for rollout in ongoing(facts):
        if rollout.stage != "full":
            continue
        pilot = facts.plan.initiatives.get(rollout.scales or "")
        if pilot is None and not rollout.wrote("scales"):
            yield rule.finding(
                f"{named(rollout)} is a full roll-out, and the plan names no pilot that it scales: name it (`scales`), "
                "or try it with a pilot first.",
                rollout.where("stage"),
                items=(rollout.id,),
                act=(rollout.team,),
            )
        elif pilot is not None and pilot.status in _NEVER:
            state = _NEVER[pilot.status]
            yield rule.finding(
                f"{named(rollout)} is a full roll-out of {named(pilot)}, which is {state}: plan that pilot, or name "
                "another one (`scales`).",
                rollout.where("scales"),
                items=(rollout.id, pilot.id),
                act=(rollout.team,),
                know=(pilot.team,),
                related=[Related(pilot.where("status"), f"{state}, as it says here")],
            )
