"""BG506: budgets in several currencies, which cannot be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.values.money import Money
    from roadmap.source.nodes import Place


class Amount(NamedTuple):
    """An amount of money, where it stands, and what it is."""

    place: Place
    money: Money
    words: str
    item: str
    team: str | None


@check(
    "BG506",
    "mixed-currencies",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="currencies mixed",
    source="arithmetic: amounts in two currencies have no sum",
)
def mixed_currencies(facts: Facts, rule: Rule) -> Iterator[Finding]:
    amounts = sorted(_amounts(facts), key=lambda amount: (amount.place, amount.item))
    counts = Counter(amount.money.currency for amount in amounts)
    if len(counts) < 2:
        return
    ranked = sorted(counts, key=lambda currency: (-counts[currency], currency))
    main = ranked[0]
    others = [amount for amount in amounts if amount.money.currency != main]
    words = list(dict.fromkeys(amount.words for amount in others))
    yield rule.finding(
        f"Amounts are written in {len(ranked)} currencies, "
        f"{listed([f'{counts[currency]} in {currency}' for currency in ranked], most=6)}, and cannot be added up: "
        f"write {listed(words)} in {main}.",
        others[0].place,
        more=dict.fromkeys(amount.item for amount in others),
        act=[amount.team for amount in others],
        related=[Related(amount.place, f"{amount.money}, too") for amount in others[1:]],
        evidence={"currencies": {currency: counts[currency] for currency in ranked}},
    )


def _amounts(facts: Facts) -> Iterator[Amount]:
    for team in facts.plan.teams.values():
        if team.budget is not None:
            yield Amount(team.where("budget"), team.budget, f"what {team.id} may spend", f"team:{team.id}", team.id)
    for initiative in ongoing(facts):
        budget = initiative.budget
        for key, money in (("total", budget.total), ("spent", budget.spent)) if budget is not None else ():
            if money is not None:
                place, words = initiative.where("budget", key), f"the budget of {named(initiative)}"
                yield Amount(place, money, words, initiative.id, initiative.team)
