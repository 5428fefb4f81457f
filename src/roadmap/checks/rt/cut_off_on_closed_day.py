"""RT314: a cut-off falls on a day on which the team of the train does not work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named
from roadmap.model.closed_days import why_closed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.train import Train
    from roadmap.source.nodes import Place


@check(
    "RT314",
    "cut-off-on-closed-day",
    severity="info",
    profile="standard",
    scope="item",
    clause="cut-off on a closed day",
    source="plan language: cut-offs in working days never fall on a closed day, others may",
)
def cut_off_on_closed_day(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, releases in facts.plan.releases.items():
        train = facts.plan.trains[name]
        days = facts.plan.workdays.get(train.team, facts.plan.workdays[None])
        closed: dict[tuple[str, Place], list[Release]] = {}
        for release in releases:
            if release.skipped is None and release.date >= facts.today:
                for cut_off, day in release.cut_offs.items():
                    if day >= facts.today and not days.works(day.toordinal()):
                        closed.setdefault((cut_off, _place(train, release, cut_off)), []).append(release)
        for (cut_off, place), found in closed.items():
            yield _finding(facts, rule, train, cut_off, place, found)


def _place(train: Train, release: Release, cut_off: str) -> Place:
    """Where the day of a cut-off is written: in its release, or once for the train."""
    for written in train.releases:
        if written.place == release.place and cut_off in written.cut_offs:
            return written.where("cut-offs", cut_off)
    return train.where("cut-offs", cut_off)


def _finding(facts: Facts, rule: Rule, train: Train, cut_off: str, place: Place, releases: list[Release]) -> Finding:
    first = releases[0]
    day = first.cut_offs[cut_off]
    more = f" (and so in {counted(len(releases) - 1, 'later release')})" if len(releases) > 1 else ""
    nobody = f"{train.team} does not work" if train.team else "nobody works"
    return rule.finding(
        f"The cut-off {cut_off} of {first.id} is on {day}, {why_closed(facts.plan, train.team, day)}, on which "
        f"{nobody}{more}: whoever finishes on that day finds nobody at {named(train)}; "
        "write it in working days (3d), or as another day.",
        place,
        items=(train.id, cut_off) if place == train.where("cut-offs", cut_off) else (first.id, cut_off),
        act=(train.team,),
        evidence={"cut_off": day.isoformat(), "releases": [release.id for release in releases]},
    )
