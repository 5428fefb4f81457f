"""TS603: a full roll-out builds on a technology that is only on trial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.ts.usage import further, told, usage
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "TS603",
    "trial-in-rollout",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a technology on trial in a full roll-out",
    source="technology radar (Thoughtworks): a trial is for work that can bear the risk",
)
def trial_in_rollout(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    for name, found in usage(facts).items():
        technology = plan.technologies[name]
        if technology.status != "trial":
            continue
        uses = [use for use in found if plan.initiatives[use.task.initiative].stage == "full"]
        if not uses:
            continue
        rollouts = [plan.initiatives[name] for name in dict.fromkeys(use.task.initiative for use in uses)]
        where = f"the full roll-out {named(rollouts[0])}"
        if len(rollouts) > 1:
            where = counted(len(rollouts), "full roll-out")
        yield rule.finding(
            f"{told(uses)} {named(technology)} in {where}, and that technology is on trial: have it adopted first, or "
            "use one that is.",
            uses[0].place,
            more=(use.task.id for use in uses),
            act=[rollout.team for rollout in rollouts],
            know=(technology.team, technology.decided_by, *(use.task.team for use in uses)),
            related=[
                *further(uses),
                Related(technology.where("status"), "on trial, as it says here"),
                *(Related(rollout.where("stage"), f"{rollout.id} is a full roll-out") for rollout in rollouts),
            ],
            key=lasting(facts).name("technology", name),
        )
