"""BG502: the shares of a budget are not the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.bg.amounts import percent
from roadmap.checks.ongoing import ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import listed, named
from roadmap.source.nodes import MappingNode

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative

_ROUNDING = 0.0011
"""Three thirds, each written as 33.3 %, are the whole."""


@check(
    "BG502",
    "split-sum",
    severity="error",
    profile="minimal",
    scope="item",
    clause="split does not sum to 100 %",
    source="arithmetic: what nobody pays is missing, and what two pay is there twice",
)
def split_sum(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for initiative in ongoing(facts):
        split = initiative.budget.split if initiative.budget is not None else {}
        total = sum(split.values())
        if not split or abs(total - 1) < _ROUNDING or not _is_whole(initiative):
            continue
        shares = [f"{percent(share)} for {payer}" for payer, share in split.items()]
        off = f"{percent(1 - total)} too little" if total < 1 else f"{percent(total - 1)} too much"
        yield rule.finding(
            f"The budget of {named(initiative)} is split into {listed(shares, most=6)}, together {percent(total)}, "
            f"{off}: write shares that sum to 100 %.",
            initiative.where("budget", "split"),
            items=(initiative.id,),
            act=(initiative.team,),
            evidence={"sum": round(total, 6)},
        )


def _is_whole(initiative: Initiative) -> bool:
    """Whether every share could be read: a payer that is not known is a finding of its own."""
    budget = initiative.budget
    written = budget.node.values.get("split") if budget is not None else None
    return budget is not None and isinstance(written, MappingNode) and len(written.values) == len(budget.split)
