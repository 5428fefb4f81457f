"""BG504: one part of a budget is paid by a team and by its function, so that both may think that the other one pays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bg.amounts import percent
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "BG504",
    "two-payers",
    severity="warning",
    profile="standard",
    scope="item",
    clause="funded by two",
    source="PMBOK Guide, cost baseline: each amount stands in one budget",
)
def two_payers(facts: Facts, rule: Rule) -> Iterator[Finding]:
    teams = facts.plan.teams
    for initiative in ongoing(facts):
        split = initiative.budget.split if initiative.budget is not None else {}
        by_function: dict[str, list[str]] = {}
        for payer, share in split.items():
            team = teams.get(payer.removeprefix("team:")) if payer.startswith("team:") else None
            if team is not None and share and split.get(f"function:{team.function}"):
                by_function.setdefault(f"function:{team.function}", []).append(payer)
        for function, payers in by_function.items():
            shares = listed([f"{percent(split[payer])} for {payer}" for payer in payers])
            yield rule.finding(
                f"The budget of {named(initiative)} counts {shares} and {percent(split[function])} for {function}, to "
                f"which {'it belongs' if len(payers) == 1 else 'they belong'}: say in one place who pays, by team or "
                "by function.",
                initiative.where("budget", "split"),
                items=(initiative.id,),
                act=(initiative.team, *(payer.removeprefix("team:") for payer in payers)),
                key=function,
            )
