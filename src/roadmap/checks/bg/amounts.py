"""What payers pay, added up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.ongoing import ongoing
from roadmap.checks.remembered import remembered
from roadmap.model.values.money import Money

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Initiative


class Part(NamedTuple):
    """What one payer pays of one initiative."""

    initiative: Initiative
    money: Money


@remembered
def parts(facts: Facts) -> dict[str, list[Part]]:
    """Payer (``team:web``, ``function:it``) to its parts of the budgets of ongoing initiatives. A budget that is not
    split is paid by the initiative's own team."""
    found: dict[str, list[Part]] = {}
    for initiative in ongoing(facts):
        budget = initiative.budget
        if budget is None or budget.total is None:
            continue
        total = budget.total
        if not budget.wrote("split"):
            if initiative.team is not None:
                found.setdefault(f"team:{initiative.team}", []).append(Part(initiative, total))
            continue
        for payer, share in budget.split.items():
            amount = total.amount * Decimal(repr(share))
            found.setdefault(payer, []).append(Part(initiative, Money(amount, total.currency)))
    return found


def money_text(amount: Decimal, currency: str) -> str:
    """``120000 EUR``, ``99.50 EUR``: whole where it is whole, else to the cent."""
    whole = amount == amount.to_integral_value()
    return f"{amount:.0f} {currency}" if whole else f"{amount:.2f} {currency}"


def percent(share: float) -> str:
    """``70 %``, ``33.33 %``."""
    return f"{round(100 * share, 2):g} %"
