"""RT311: a team that releases by train does not say how its work reaches users."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "RT311",
    "no-ships-on",
    severity="info",
    profile="strict",
    scope="item",
    clause="no ships-on where the team releases by train",
    source="plan language: work that ships on a train is available with its release, not when it is finished",
)
def no_ships_on(facts: Facts, rule: Rule) -> Iterator[Finding]:
    trains: dict[str, list[str]] = {}
    for train in facts.plan.trains.values():
        if train.team is not None:
            trains.setdefault(train.team, []).append(train.id)
    without: dict[tuple[str, str], list[Task]] = {}
    for task in standing(facts).pending:
        if task.team in trains and not task.ships_on and facts.schedule.tasks[task.id].shown_at is None:
            without.setdefault((task.initiative, task.team or ""), []).append(task)
    for (initiative, team), tasks in sorted(without.items()):
        more = f" ({counted(len(tasks) - 1, 'more task')} of {team} in {initiative} also)" if len(tasks) > 1 else ""
        yield rule.finding(
            f"{named(tasks[0])} is done by {team}, which releases by {listed(trains[team])}, but does not say how it "
            f"reaches users{more}: write `ships-on: {trains[team][0]}` where it is released with that train.",
            tasks[0].place,
            items=(initiative, team),
            act=(team,),
            know=(facts.plan.initiatives[initiative].team,),
            related=[Related(task.place, f"{called(task)} does not say it either") for task in tasks[1:]],
            evidence={"tasks": [task.id for task in tasks]},
        )
