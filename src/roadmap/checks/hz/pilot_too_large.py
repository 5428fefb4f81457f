"""HZ701: a pilot takes more teams than a pilot should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.hz.pilots import dates_of, limit_place, pilots
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding

_DEFAULT = 3
"""Teams: the one that builds, the one that uses, and one that helps."""


@check(
    "HZ701",
    "pilot-too-large",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="pilot too large",
    source="the workspace's own limit (`pilot-teams`); The Lean Startup (Ries, 2011): the least that teaches",
)
def pilot_too_large(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limit = facts.plan.settings.checks.limits.pilot_teams
    most = _DEFAULT if limit is None else limit
    for pilot in pilots(facts):
        tasks = [facts.plan.tasks[name] for name in dates_of(facts, pilot)]
        teams = sorted({team for task in tasks for team in (task.team, *task.with_) if team is not None})
        if len(teams) > most:
            words = f"{counted(most, 'team')} at most" + ("" if limit is not None else " by default")
            yield rule.finding(
                f"The pilot {named(pilot)} takes {counted(len(teams), 'team')} ({listed(teams)}), and a pilot takes "
                f"{words}: try less at first, or leave teams to the roll-out.",
                pilot.where("stage"),
                items=(pilot.id,),
                act=(pilot.team,),
                know=teams,
                related=limit_place(facts, "pilot-teams", words),
                evidence={"teams": teams, "limit": most},
            )
