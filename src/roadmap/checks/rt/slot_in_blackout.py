"""RT308: slots of a train fall away because of a blackout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RT308",
    "slot-in-blackout",
    severity="info",
    profile="strict",
    scope="pair",
    clause="release inside a blackout (a slot of the train's rule)",
    source="ITIL change enablement: no changes while a freeze is on",
)
def slot_in_blackout(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, releases in facts.plan.releases.items():
        train = facts.plan.trains[name]
        by_hand = {written.place for written in train.releases}
        barred: dict[str, list[str]] = {}
        for release in releases:
            if release.skipped and release.date >= facts.today and release.place not in by_hand:
                barred.setdefault(release.skipped.removeprefix("blackout "), []).append(release.date.isoformat())
        for why, days in sorted(barred.items()):
            blackout = facts.plan.blackouts.get(why)
            if blackout is not None:
                yield rule.finding(
                    f"{named(train)} has {counted(len(days), 'slot')} in the blackout {named(blackout)} "
                    f"({listed(days)}) on which nothing is released: say so under `skip`, or move it under `releases`.",
                    train.where("every"),
                    items=(name, blackout.id),
                    act=(train.team,),
                    related=[Related(blackout.where("days"), "no releases on these days")],
                    evidence={"slots": days},
                )
