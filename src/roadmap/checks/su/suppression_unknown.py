"""SU904: a suppression that names no check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check, is_selector, meant
from roadmap.checks.suppressing import identity
from roadmap.model.nearest import Nearest

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "SU904",
    "suppression-unknown",
    severity="warning",
    profile="minimal",
    scope="item",
    clause="a suppression that names no check",
    source="plan language, Suppressing a finding",
)
def suppression_unknown(facts: Facts, rule: Rule) -> Iterator[Finding]:
    nearest = Nearest()
    for suppression in facts.suppressions:
        whole = identity(suppression)
        if not suppression.codes:
            yield rule.finding(
                "This suppression names no check and hides nothing: write the code or the name of what it is to hide, "
                "as in `roadmap: ignore[LT203] until 2027-01-31 because …`.",
                suppression.place,
                key=whole,
            )
        for word in suppression.codes:
            if not is_selector(word):
                near = meant(word, nearest)
                hint = f"did you mean {' or '.join(near)}?" if near else "`roadmap rule --all` lists them all."
                yield rule.finding(
                    f"`{word}` is not the code, the prefix of codes or the name of a check, and hides nothing: {hint}",
                    suppression.place,
                    evidence={"code": word, "suggestion": near[0]} if len(near) == 1 else None,
                    key=f"{whole}: {word}",
                )
