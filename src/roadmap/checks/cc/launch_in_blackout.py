"""CC603: a launch on a day on which launches are barred."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.blackout import Blackout
    from roadmap.model.initiative import Campaign
    from roadmap.model.values.dates import Span
    from roadmap.schedule.result import LaunchDates


@check(
    "CC603",
    "launch-in-blackout",
    severity="error",
    profile="minimal",
    scope="pair",
    clause="launch in a blackout",
    source="ITIL change enablement: nothing goes live while a freeze is on",
)
def launch_in_blackout(facts: Facts, rule: Rule) -> Iterator[Finding]:
    barring = _Barring(facts)
    for campaign, launch in coming_launches(facts) if barring.any else ():
        if launch.written >= facts.problem.today:
            concerning = barring.concerning(campaign)
            barred = concerning.on(launch.written)
            if barred is not None:
                yield _finding(facts, rule, campaign, launch, barred.by, concerning)


class _Barred(NamedTuple):
    """A day on which launches are barred: ``by`` the first of several blackouts, ``first`` to ``last`` by all of them
    (boundaries of days)."""

    by: Blackout
    first: int
    last: int


class _For:
    """The blackouts for somebody; the days that were asked about are remembered."""

    def __init__(self) -> None:
        self._spans: list[tuple[Blackout, int, int]] = []
        self._days: dict[int, _Barred | None] = {}

    def add(self, blackout: Blackout, days: Span) -> None:
        self._spans.append((blackout, days.first.toordinal(), days.last.toordinal()))

    def on(self, day: int) -> _Barred | None:
        if day not in self._days:
            met = [(each, first, last) for each, first, last in self._spans if first <= day <= last]
            firsts, lasts = [first for _, first, _ in met], [last for _, _, last in met]
            self._days[day] = _Barred(met[0][0], min(firsts), max(lasts)) if met else None
        return self._days[day]


class _Concerning(NamedTuple):
    """All blackouts that bar the launches of a campaign, by whom they are for."""

    groups: tuple[_For, ...]

    def on(self, day: int) -> _Barred | None:
        barred = [found for group in self.groups if (found := group.on(day)) is not None]
        if not barred:
            return None
        by = min((each.by for each in barred), key=attrgetter("id"))
        return _Barred(by, min(each.first for each in barred), max(each.last for each in barred))


class _Barring:
    """The blackouts that bar launches, by whom they are for ("team:brand", or "" for everyone)."""

    def __init__(self, facts: Facts) -> None:
        self._teams = facts.plan.teams
        self._for: dict[str, _For] = {}
        for blackout in facts.plan.blackouts.values():
            if blackout.days is not None and "launches" in blackout.bars:
                for whom in dict.fromkeys(blackout.for_):
                    self._for.setdefault(whom, _For()).add(blackout, blackout.days)
                if not blackout.wrote("for"):  # what is written for someone unknown is not for everyone
                    self._for.setdefault("", _For()).add(blackout, blackout.days)

    @property
    def any(self) -> bool:
        return bool(self._for)

    def concerning(self, campaign: Campaign) -> _Concerning:
        team = self._teams.get(campaign.team or "")
        of_team = (f"team:{team.id}", f"function:{team.function}") if team else ()
        whom = ("", f"campaign:{campaign.id}", *of_team)
        return _Concerning(tuple(self._for[each] for each in whom if each in self._for))


def _finding(
    facts: Facts, rule: Rule, campaign: Campaign, launch: LaunchDates, hit: Blackout, concerning: _Concerning
) -> Finding:
    days = hit.days
    assert days is not None
    because = f" ({hit.because})" if hit.because else ""
    before = _before(facts, launch, concerning)
    earlier = f"by {iso(before)} or " if before is not None else ""
    return rule.finding(
        f"{launch_named(campaign, launch)} lies in the blackout {named(hit)} from {days.first} to {days.last}"
        f"{because}, which bars launches: launch {earlier}from {iso(_after(facts, launch, concerning))}, "
        "or agree on an exception.",
        launch_place(campaign, launch),
        items=(launch.id, hit.id),
        act=(campaign.team,),
        related=[Related(hit.where("days"), "no launches on these days")],
        evidence={
            "launch": iso(launch.written),
            "from": days.first.isoformat(),
            "to": days.last.isoformat(),
        },
        severity=None if launch.firm else "warning",
    )


def _after(facts: Facts, launch: LaunchDates, concerning: _Concerning) -> int:
    """The first working day after the blackouts."""
    calendar, day = launch_days(facts, launch), launch.written
    while barred := concerning.on(day):
        day = calendar.next(barred.last + 1)
    return day


def _before(facts: Facts, launch: LaunchDates, concerning: _Concerning) -> int | None:
    """The last working day before the blackouts, where it is not over."""
    calendar, day = launch_days(facts, launch), launch.written
    while barred := concerning.on(day):
        day = calendar.backward(barred.first, 1)
        if day < facts.problem.today:
            return None
    return day
