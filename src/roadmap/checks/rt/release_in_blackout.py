"""RT307: a release that is written by hand lies in a blackout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import dated, planned_for_nothing
from roadmap.checks.wording import named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.blackout import Blackout
    from roadmap.model.release import Release


@check(
    "RT307",
    "release-in-blackout",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="release inside a blackout",
    source="ITIL change enablement: no changes while a freeze is on",
)
def release_in_blackout(facts: Facts, rule: Rule) -> Iterator[Finding]:
    told = planned_for_nothing(facts)
    for name, releases in facts.plan.releases.items():
        by_hand = {written.place for written in facts.plan.trains[name].releases}
        for release in releases:
            if release.skipped and release.date >= facts.today and release.place in by_hand and release.id not in told:
                blackout = facts.plan.blackouts.get(release.skipped.removeprefix("blackout "))
                if blackout is not None and blackout.days is not None:
                    yield _finding(facts, rule, release, blackout)


def _finding(facts: Facts, rule: Rule, release: Release, blackout: Blackout) -> Finding:
    train = facts.plan.trains[release.train]
    days = blackout.days
    assert days is not None
    because = f" ({blackout.because})" if blackout.because else ""
    return rule.finding(
        f"Release {dated(release)} lies in the blackout {named(blackout)} from {days.first} to {days.last}{because}, "
        "and so carries nothing: move it to another day, or take it out.",
        release.place or train.place,
        items=(release.id, blackout.id),
        act=(train.team,),
        related=[Related(blackout.where("days"), "no releases on these days")],
        evidence={"date": release.date.isoformat(), "from": days.first.isoformat(), "to": days.last.isoformat()},
    )
