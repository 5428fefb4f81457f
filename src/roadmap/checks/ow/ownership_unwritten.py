"""OW509: no initiative says who is accountable for it, or who decides in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import cross_function, ongoing
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "OW509",
    "ownership-unwritten",
    severity="info",
    profile="strict",
    scope="whole",
    clause="no accountable owner, and nobody who decides, in the whole workspace",
    source="RACI: exactly one is accountable (PMBOK Guide, responsibility assignment matrix)",
)
def ownership_unwritten(facts: Facts, rule: Rule) -> Iterator[Finding]:
    plan = facts.plan
    if plan.unread:
        return  # owners may stand in a file that could not be read
    open_, crossing = ongoing(facts), [plan.initiatives[name] for name in cross_function(facts)]
    written = plan.initiatives.values()
    if open_ and not any(initiative.owner for initiative in written):
        yield rule.finding(
            f"None of {counted(len(open_), 'initiative')} names its one accountable `owner`: begin with "
            f"{named(open_[0])}.",
            open_[0].place,
            act=[initiative.team for initiative in open_],
            key="owner",
        )
    if crossing and not any(initiative.decides for initiative in written):
        yield rule.finding(
            f"None of {counted(len(crossing), 'initiative')} in which functions work together says who decides "
            f"strategy, budget and data (`decides`): begin with {named(crossing[0])}.",
            crossing[0].place,
            act=[initiative.team for initiative in crossing],
            key="decides",
        )
