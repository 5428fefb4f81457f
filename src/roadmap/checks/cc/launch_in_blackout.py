"""CC603: a launch on a day on which launches are barred."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.launches import launch_days, launch_named, launch_place
from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import coming_launches
from roadmap.checks.wording import iso, named
from roadmap.model.barring import EVERYONE, Barring
from roadmap.model.covering import Covering
from roadmap.model.team_days import whose
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.blackout import Blackout
    from roadmap.model.initiative import Campaign
    from roadmap.model.workdays import Workdays
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
    for campaign, launch in coming_launches(facts) if facts.plan.blackouts else ():
        if launch.written >= facts.problem.today:
            concerning = barring.concerning(campaign)
            barred = concerning.on(launch.written)
            if barred is not None:
                yield _finding(facts, rule, campaign, launch, barred.by, concerning)


class _Barred(NamedTuple):
    """A day on which launches are barred: ``by`` the first of several blackouts; ``first`` to ``last`` (boundaries of
    days) they go on without a gap."""

    by: Blackout
    first: int
    last: int


class _For:
    """The blackouts for somebody."""

    def __init__(self, blackouts: Sequence[Blackout]) -> None:
        spans = [(blackout.days, blackout) for blackout in blackouts if blackout.days is not None]
        self._covering = Covering(spans)
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        for first, last in sorted((days.first.toordinal(), days.last.toordinal()) for days, _ in spans):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def on(self, day: int) -> _Barred | None:
        by = self._covering.on(dt.date.fromordinal(day))
        if by is None:
            return None
        index = bisect_right(self._firsts, day) - 1
        return _Barred(by, self._firsts[index], self._lasts[index])


class _Concerning:
    """All blackouts that bar the launches of some campaigns, by whom they are for; the ways out of them are remembered
    for each day on the way."""

    def __init__(self, groups: Iterable[_For]) -> None:
        self._groups = tuple(groups)
        self._after: dict[tuple[Workdays, int], int] = {}
        self._before: dict[tuple[Workdays, int], int] = {}

    def on(self, day: int) -> _Barred | None:
        barred = [found for group in self._groups if (found := group.on(day)) is not None]
        if not barred:
            return None
        by = min((each.by for each in barred), key=attrgetter("id"))
        return _Barred(by, min(each.first for each in barred), max(each.last for each in barred))

    def after(self, day: int, calendar: Workdays) -> int:
        """The first working day after them."""
        return self._out(day, calendar, self._after, lambda barred: calendar.next(barred.last + 1))

    def before(self, day: int, calendar: Workdays) -> int:
        """The last working day before them."""
        return self._out(day, calendar, self._before, lambda barred: calendar.backward(barred.first, 1))

    def _out(
        self, day: int, calendar: Workdays, known: dict[tuple[Workdays, int], int], onward: Callable[[_Barred], int]
    ) -> int:
        passed = []
        while (calendar, day) not in known and (barred := self.on(day)):
            passed.append(day)
            day = onward(barred)
        day = known.get((calendar, day), day)
        known.update({(calendar, each): day for each in passed})
        return day


class _Barring:
    """The blackouts that bar launches, by whom they are for ("team:brand", or "" for everyone)."""

    def __init__(self, facts: Facts) -> None:
        self._teams = facts.plan.teams
        self._of = Barring(facts.plan.blackouts.values(), "launches")
        self._for: dict[str, _For] = {}
        self._concerning: dict[tuple[str, ...], _Concerning] = {}

    def concerning(self, campaign: Campaign) -> _Concerning:
        team = self._teams.get(campaign.team or "")
        whom = tuple(each for each in (EVERYONE, f"campaign:{campaign.id}", *whose(team)) if self._of.of(each))
        for each in whom:
            if each not in self._for:
                self._for[each] = _For(self._of.of(each))
        if whom not in self._concerning:
            self._concerning[whom] = _Concerning(self._for[each] for each in whom)
        return self._concerning[whom]


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
    return concerning.after(launch.written, launch_days(facts, launch))


def _before(facts: Facts, launch: LaunchDates, concerning: _Concerning) -> int | None:
    """The last working day before the blackouts, where it is not over."""
    day = concerning.before(launch.written, launch_days(facts, launch))
    return day if day >= facts.problem.today else None
