"""Anchored dates: so many days from a written date, which may itself be anchored. Worked out when asked for;
circles are faults.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from roadmap.model.barring import Barring
from roadmap.model.blackout import Barred, Blackout
from roadmap.model.directory import Directory, Missing, Target
from roadmap.model.initiative import Campaign
from roadmap.model.later import INVALID, SETTINGS_SCOPE, Later, Scope
from roadmap.model.reading import Reading
from roadmap.model.release import Release
from roadmap.model.releases import releases_of
from roadmap.model.settings import Settings
from roadmap.model.slots import MOST_DAYS
from roadmap.model.team import Team
from roadmap.model.team_days import TeamDays
from roadmap.model.train import Train
from roadmap.model.values.dates import Anchored, first_day
from roadmap.model.values.durations import Duration
from roadmap.model.values.value import quoted
from roadmap.model.workdays import EARLIEST, LATEST, Workdays
from roadmap.source.faults import Related
from roadmap.source.nodes import Node, ScalarNode

DEEPEST = 50
"""So many dates may stand on each other: more is a mistake, and would exhaust the interpreter's stack."""

_GLUED = re.compile(r"(.+?)([+-]\d+(?:\.\d+)?(?:d|w|ed|ew))", re.ASCII)


class Anchor(NamedTuple):
    """A written date, and the calendar that days are counted in from there."""

    day: dt.date
    workdays: Workdays


class Anchors:
    """Everything that dates can be anchored on. ``settle_all`` puts every late value into its place."""

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        team_days: TeamDays,
        blackouts: Mapping[str, Blackout],
        trains: Mapping[str, Train],
        teams: Mapping[str, Team],
        directory: Directory,
    ) -> None:
        self._reading = reading
        self._settings = settings
        self._team_days = team_days
        self._blackouts = blackouts
        self._trains = trains
        self._teams = teams
        self._directory = directory
        self._running: list[Later] = []
        self._barred: dict[Barred, Barring] = {}
        self._workdays: dict[str | None, Workdays] = {}
        self._releases: dict[str, tuple[Release, ...]] = {}
        self._room = MOST_DAYS
        self._by_label: dict[str, list[tuple[dict[str, Any], str, Any, Later]]] = {}
        for pending in reading.pending:
            self._by_label.setdefault(pending[3].scope.label, []).append(pending)

    def settle_all(self) -> None:
        for label in list(self._by_label):
            self._settle_label(label)

    def settle(self, later: Later) -> Any:
        """Works out one late value, unless it stands on itself."""
        if later in self._running:
            self._report_circle(self._running[self._running.index(later) :])
        elif len(self._running) >= DEEPEST:
            message = (
                f"This date stands on more than {DEEPEST} others, one on the other: write a day somewhere on the way."
            )
            self._reading.fault("bad-date", message, later.place)
            later.value, later.settled = INVALID, True
        if later.settled:
            return later.value
        self._running.append(later)
        value = later.work(self)
        self._running.pop()
        if not later.settled:
            later.value, later.settled = value, True
        if later.value is INVALID:
            self._reading.doubtful.add(later.scope.label)
        return later.value

    def date(self, date: Anchored, node: Node, scope: Scope) -> Any:
        """The day of an anchored date."""
        anchor = (
            self._own(date, node, scope) if date.reference in ("launch", "ends") else self._other(date, node, scope)
        )
        if anchor is None:
            return INVALID
        moved = offset(anchor, date.offset)
        if moved is None:
            self._reading.fault(
                "bad-date", f"{quoted(date.text)} comes to a day outside the years 1900 to 2399.", node.place
            )
            return INVALID
        return moved

    def releases(self, train: str) -> tuple[Release, ...]:
        """The releases of a train, with the faults of its rule."""
        if train not in self._releases:
            self._settle_label(SETTINGS_SCOPE)
            self._settle_label(f"train {train}")
            found = self._trains[train]
            team = self._teams.get(found.team or "")
            function = team.function if team else None
            barring = self._barring("releases")
            each = 1 + len(found.cut_offs) + len(found.milestones)
            releases, faults = releases_of(
                found, self.workdays(found.team), barring, self._settings.until, function, self._room // each
            )
            self._room = max(self._room - each * len(releases), 0)
            self._releases[train] = releases
            self._reading.faults.extend(faults)
            if faults:
                self._reading.doubtful.add(f"train {train}")
        return self._releases[train]

    def workdays(self, team: str | None) -> Workdays:
        """The working days of a team, or the workspace's."""
        barring = self._barring("work")
        if team not in self._workdays:
            self._workdays[team] = self._team_days.of_team(team, barring)
        return self._workdays[team]

    def _settle_label(self, label: str) -> None:
        for values, name, default, later in self._by_label.get(label, ()):
            value = later.get(self)
            values[name] = default if value is INVALID else value

    def _barring(self, what: Barred) -> Barring:
        """The blackouts that bar something, with their days."""
        if what not in self._barred:
            for name, blackout in self._blackouts.items():
                if what in blackout.bars:
                    self._settle_label(f"blackout {name}")
            self._barred[what] = Barring(self._blackouts.values(), what)
        return self._barred[what]

    def _own(self, date: Anchored, node: Node, scope: Scope) -> Anchor | None:
        """`launch` and `ends` of the initiative in which the date stands."""
        campaign = self._directory.campaigns.get(scope.initiative or "")
        if campaign is None:
            if scope.initiative is not None and scope.initiative in self._directory.projects:
                reason = f"{quoted(scope.initiative)} is a project, which has no `{date.reference}`"
            else:
                reason = f"`{date.reference}` is not that of any campaign here"
            self._refuse(f"{reason}: name the campaign, e.g. spring-sale -4w.", node)
            return None
        if date.reference == "ends":
            return self._ends(campaign, node)
        markets = [market for market in scope.markets if market in campaign.launches] or list(campaign.launches)
        known = [anchor for anchor in (self._launch(campaign, market) for market in markets) if anchor]
        if not markets and not campaign.wrote("launch") and not campaign.wrote("launches"):
            self._refuse(f"The campaign {quoted(campaign.id)} has no launch to count from: write its `launch`.", node)
        return min(known, key=lambda anchor: _moved(anchor, date), default=None)

    def _other(self, date: Anchored, node: Node, scope: Scope) -> Anchor | None:
        target = self._directory.find(date.reference, scope.initiative)
        if isinstance(target, Missing):
            target = self._no_anchor(date, target, scope.initiative)
            # The whole of what stands there: of a span, the date may be one end.
            whole = node.text if isinstance(node, ScalarNode) else date.text
            self._reading.missing(target, date.reference, node.place, whole)
            return None
        return self._anchor(target, date, node, scope)

    def _no_anchor(self, date: Anchored, missing: Missing, home: str | None) -> Missing:
        """Says of a word that it is no date, unless it is nearly the name of something."""
        glued = _GLUED.fullmatch(date.text)
        if glued and (glued[1] in ("launch", "ends") or isinstance(self._directory.find(glued[1], home), Target)):
            apart = f"{glued[1]} {glued[2]}"
            return Missing("bad-date", f"{quoted(date.text)} is nothing to count days from", ((apart, None),))
        own = self._reading.nearest.of(date.reference.lower(), ("launch", "ends"))
        if own:
            return Missing("bad-date", f"{quoted(date.reference)} is nothing to count days from", ((own[0], None),))
        coarse = date.text.upper()
        if isinstance(first_day(coarse), dt.date):  # 2027-w11
            return Missing("bad-date", f"{quoted(date.text)} is not a date", ((coarse, None),))
        if not any(mark in date.reference for mark in "@/:"):
            missing = self._directory.missing_campaign(date.reference)
        alone = date.reference == date.text and missing.kind == "unknown-initiative" and not missing.near
        if alone or missing.kind == "bad-link":
            return Missing("bad-date", f"{quoted(date.text)} is not a date, and nothing with a date is called so")
        return missing

    def _anchor(self, target: Target, date: Anchored, node: Node, scope: Scope) -> Anchor | None:
        head, _, rest = target.node.partition("@")
        if target.kind in ("release", "cut-off"):
            name, _, code = rest.partition("/")
            release = self._directory.release(head, name)
            assert isinstance(release, Release)
            return Anchor(release.cut_offs[code] if code else release.date, self.workdays(self._trains[head].team))
        campaign = self._directory.campaigns.get(head.partition("/")[0])
        if campaign and target.kind == "ends":
            return self._ends(campaign, node)
        if campaign and target.kind in ("launch", "end"):
            if not campaign.launches:
                return self._own(date, node, Scope(scope.label, campaign.id))
            markets = [rest] if rest else list(campaign.launches)
            known = [anchor for anchor in (self._launch(campaign, market) for market in markets) if anchor]
            return max(known, key=lambda anchor: _moved(anchor, date), default=None)
        self._refuse(
            f"{quoted(date.reference)} has no written date, because its day is computed: "
            "anchor on a launch, the end of a live window, a release or a cut-off.",
            node,
        )
        return None

    def _launch(self, campaign: Campaign, market: str) -> Anchor | None:
        launch = campaign.launches[market]
        day: Any = launch.date
        if isinstance(day, Later):
            day = day.get(self)
        if day is INVALID or day is None:
            return None
        return Anchor(
            day, self._team_days.of_calendar(launch.calendar) if launch.calendar else self.workdays(campaign.team)
        )

    def _ends(self, campaign: Campaign, node: Node) -> Anchor | None:
        day: Any = campaign.ends
        if isinstance(day, Later):
            day = day.get(self)
        if day is None and not campaign.wrote("ends"):
            self._refuse(f"The campaign {quoted(campaign.id)} has no `ends` to count from: write it.", node)
            return None
        return None if day is INVALID or day is None else Anchor(day, self.workdays(campaign.team))

    def _refuse(self, message: str, node: Node) -> None:
        self._reading.fault("bad-date", message, node.place)

    def _report_circle(self, circle: list[Later]) -> None:
        """One fault for a circle, at the first of its places, whichever date was asked for first."""
        first = min(range(len(circle)), key=lambda index: circle[index].place)
        turned = circle[first:] + circle[:first]
        names = list(dict.fromkeys(later.scope.label for later in turned))
        round_ = " → ".join([*names, names[0]])
        message = f"These dates stand on each other in a circle ({round_}): write a day for one of them."
        related = tuple(Related(later.place, f"Part of the circle: {later.scope.label}") for later in turned[1:])
        self._reading.fault("bad-date", message, turned[0].place, related=related)
        for later in circle:
            later.value, later.settled = INVALID, True
            self._reading.doubtful.add(later.scope.label)


def _moved(anchor: Anchor, date: Anchored) -> dt.date:
    """By which one of several launches is chosen: each counts in its own calendar."""
    return offset(anchor, date.offset) or anchor.day


def offset(anchor: Anchor, by: Duration) -> dt.date | None:
    """The day ``by`` from an anchor, whose day is day 0: -1d is the working day before it, +1d the one after.
    ``None`` outside the calendar.
    """
    day = anchor.day.toordinal()
    amount = by.days(anchor.workdays.week_length)
    count = math.ceil(abs(amount))
    if by.elapsed or not count:
        moved = day + (count if amount > 0 else -count)
    elif amount > 0:
        moved = anchor.workdays.forward(day + 1, count) - 1
    else:
        moved = anchor.workdays.backward(day, count)
    return dt.date.fromordinal(moved) if EARLIEST < moved < LATEST - 1 else None
