"""BG505: initiatives count on more money than a team or a function may spend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from roadmap.checks.bg.amounts import Part, money_text, parts
from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.team import Team
    from roadmap.model.values.money import Money


@check(
    "BG505",
    "over-spend",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="over a team's spend",
    source="PMBOK Guide, funding limit reconciliation: what is planned is held against what may be spent",
)
def over_spend(facts: Facts, rule: Rule) -> Iterator[Finding]:
    teams = [team for team in facts.plan.teams.values() if team.budget is not None]
    paying = parts(facts) if teams else {}
    for team in teams:
        found = paying.get(f"team:{team.id}", [])
        if team.budget is not None:
            yield from _findings(facts, rule, f"team:{team.id}", team.budget, [team], found)
    unclear = any(team.unclear("function") for team in facts.plan.teams.values())
    for payer in () if unclear else sorted(paying):
        if payer.startswith("function:"):
            members = [team for team in facts.plan.teams.values() if f"function:{team.function}" == payer]
            own = [team for team in members if not team.external]
            limit = _together(own)
            found = [*paying[payer], *(part for team in own for part in paying.get(f"team:{team.id}", []))]
            over = sum(_over(team.budget, paying.get(f"team:{team.id}", [])) for team in own if team.budget is not None)
            if limit is not None and _over(limit, found) > over:  # else the findings of its teams tell it all
                yield from _findings(facts, rule, payer, limit, own, found)


def _over(limit: Money, found: list[Part]) -> Decimal:
    """By how much the parts in the currency of a limit exceed it; 0 where they do not."""
    total = sum((part.money.amount for part in found if part.money.currency == limit.currency), Decimal(0))
    return max(total - limit.amount, Decimal(0))


def _together(teams: list[Team]) -> Money | None:
    """What teams may spend together, where each of them says it, in one currency."""
    from roadmap.model.values.money import Money

    budgets = [team.budget for team in teams if team.budget is not None]
    if not budgets or len(budgets) < len(teams) or len({budget.currency for budget in budgets}) > 1:
        return None
    return Money(sum((budget.amount for budget in budgets), Decimal(0)), budgets[0].currency)


def _findings(
    facts: Facts, rule: Rule, payer: str, limit: Money, teams: list[Team], found: list[Part]
) -> Iterator[Finding]:
    counting = [part for part in found if part.money.currency == limit.currency]
    total = sum((part.money.amount for part in counting), Decimal(0))
    if total <= limit.amount:
        return
    counting.sort(key=lambda part: (-part.money.amount, part.initiative.id))
    currency = limit.currency
    largest = list(dict.fromkeys(named(part.initiative) for part in counting))
    over, may = money_text(total - limit.amount, currency), money_text(limit.amount, currency)
    who = f"{largest[0]} counts"
    if len(largest) > 1:
        who = f"{counted(len(largest), 'initiative')}, {listed(largest)}, count"
    yield rule.finding(
        f"{who} on "
        f"{money_text(total, currency)} of {payer}, {over} more than the {may} that "
        f"{'it' if len(teams) == 1 else 'its teams'} may spend: take back a share, or find more money.",
        teams[0].where("budget"),
        items=(payer,),
        more=dict.fromkeys(part.initiative.id for part in counting),
        act=[team.id for team in teams],
        know=[part.initiative.team for part in counting],
        related=[
            *(Related(team.where("budget"), f"{team.id} may spend {team.budget}") for team in teams[1:]),
            *(
                Related(part.initiative.where("budget"), f"counts on {money_text(part.money.amount, currency)}")
                for part in counting
            ),
        ],
        evidence={"planned": money_text(total, currency), "budget": may, "over": over},
        key=lasting(facts).item(payer),
    )
