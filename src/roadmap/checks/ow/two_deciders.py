"""OW504: within one programme, two teams decide the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.ongoing import ongoing
from roadmap.checks.ow.undecided import DECISIONS
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative


@check(
    "OW504",
    "two-deciders",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="the same decision given to two teams within a programme (`part-of`)",
    source="decision rights: who has the D (Rogers and Blenko, Harvard Business Review, January 2006)",
)
def two_deciders(facts: Facts, rule: Rule) -> Iterator[Finding]:
    programmes: dict[str, list[Initiative]] = {}
    for initiative in ongoing(facts):
        if initiative.part_of is not None and initiative.decides is not None:
            programmes.setdefault(initiative.part_of, []).append(initiative)
    for programme, initiatives in sorted(programmes.items()):
        initiatives.sort(key=lambda initiative: lasting(facts).item(initiative.id))
        for what in DECISIONS:
            deciders: dict[str, Initiative] = {}
            for initiative in initiatives:
                if team := getattr(initiative.decides, what):
                    deciders.setdefault(team, initiative)
            if len(deciders) > 1:
                yield _finding(rule, programme, what, deciders)


def _finding(rule: Rule, programme: str, what: str, deciders: dict[str, Initiative]) -> Finding:
    teams, initiatives = list(deciders), list(deciders.values())
    each = [f"{team} for {named(initiative)}" for team, initiative in deciders.items()]
    return rule.finding(
        f"In the programme {programme}, {what} is decided by {len(teams)} teams, {listed(each)}: agree on the one that "
        "decides it, or part the programme.",
        initiatives[-1].where("decides", what),
        more=(initiative.id for initiative in initiatives),
        act=teams,
        related=[
            Related(initiative.where("decides", what), f"here {team} decides {what}")
            for team, initiative in list(deciders.items())[:-1]
        ],
        evidence={"programme": programme, "decision": what, "teams": teams},
        key=what,
    )
