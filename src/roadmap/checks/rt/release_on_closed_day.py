"""RT309: a release that is written by hand is on a day on which its team does not work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import dated
from roadmap.checks.wording import iso
from roadmap.model.closed_days import why_closed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "RT309",
    "release-on-closed-day",
    severity="warning",
    profile="standard",
    scope="item",
    clause="release on a closed day",
    source="plan language: slots of a rule are moved off closed days, releases by hand stay where they are written",
)
def release_on_closed_day(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, releases in facts.plan.releases.items():
        train = facts.plan.trains[name]
        days = facts.plan.workdays.get(train.team, facts.plan.workdays[None])
        for release in releases:
            if release.skipped or release.date < facts.today or days.works(release.date.toordinal()):
                continue
            next_day = iso(days.next(release.date.toordinal()))
            why = why_closed(facts.plan, train.team, release.date)
            nobody = f"{train.team} does not work" if train.team else "nobody works"
            yield rule.finding(
                f"Release {dated(release)} is on {why}, on which {nobody}: "
                f"move it to {next_day}, or note the day as worked (`open`) in the calendar.",
                release.place or train.place,
                items=(release.id,),
                act=(train.team,),
                evidence={"date": release.date.isoformat(), "next": next_day},
            )
