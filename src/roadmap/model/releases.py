"""The releases of a train, with their days: moved, skipped or barred, with cut-offs and milestones."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import Literal

from roadmap.model.barring import Barring
from roadmap.model.nearest import Nearest
from roadmap.model.release import Release
from roadmap.model.slots import Slots
from roadmap.model.train import Train, WrittenRelease
from roadmap.model.values.cutoffs import CutOff
from roadmap.model.values.durations import Duration
from roadmap.model.workdays import Workdays
from roadmap.source.faults import Fault, FaultKind, Related
from roadmap.source.nodes import MappingNode, Place

MOST_NAMED = 100
"""Cut-offs of one release, and milestones."""


def releases_of(
    train: Train, workdays: Workdays, barring: Barring, until: dt.date | None, function: str | None, room: int
) -> tuple[tuple[Release, ...], tuple[Fault, ...]]:
    """All releases of a train by date, those that do not take place included, and what cannot be meant.

    ``workdays`` are those of the train's team, ``barring`` the blackouts that bar releases, ``function`` that of the
    team (some blackouts are for a function). Slots go on until the train's `until`, else ``until`` (the horizon of the
    workspace), else for two years (730 days) from its `from`; at most 5,000 of them, and as many as there is ``room``
    for.
    """
    slots = Slots(train, until, room)
    timetable = _Timetable(train, workdays, barring, function)
    releases = [
        timetable.release(slot, slots.names.get(slot), slots.written.get(slot), slot in slots.skipped)
        for slot in slots.all()
    ]
    releases.sort(key=lambda release: (release.date, release.slot))
    return tuple(releases), (*slots.faults, *timetable.faults.values())


class _Timetable:
    """Gives the slots of one train their days. What is wrong at one place for many releases is told once."""

    def __init__(self, train: Train, workdays: Workdays, barring: Barring, function: str | None) -> None:
        self.train = train
        self.rule_place = train.where("every")
        self.workdays = workdays
        self.barring = barring
        self.whom = (f"train:{train.id}", f"team:{train.team}", f"function:{function}")
        self.faults: dict[tuple[FaultKind, Place], Fault] = {}
        self.cut_offs = self._counted("cut-offs", train.cut_offs)
        self.milestones = self._counted("milestones", train.milestones)
        self.gate = self._known_gate("gate", train.gate)
        self.request_gate = self._known_gate("request-gate", train.request_gate)

    def release(self, slot: dt.date, name: str | None, written: WrittenRelease | None, skip: bool) -> Release:
        date, closed = self._date(slot, written)
        cut_offs = self._days("cut-offs", self.cut_offs, written.cut_offs if written else {}, date, written)
        milestones = self._days("milestones", self.milestones, written.milestones if written else {}, date, written)
        thaws = {key: thaw for key, (_, thaw) in cut_offs.items() if thaw and thaw < date}
        days = {key: day for key, (day, _) in cut_offs.items()}
        capacity = written.capacity if written else None
        return Release(
            id=f"{self.train.id}@{name or slot}",
            train=self.train.id,
            date=date,
            slot=slot,
            name=name,
            cut_offs=days,
            gate=self.gate if self.gate in days else _last(days, thaws),
            request_gate=self.request_gate if self.request_gate in days else None,
            milestones={key: day for key, (day, _) in milestones.items()},
            thaws=thaws,
            capacity=self.train.capacity if capacity is None else capacity,
            at=written.at if written else None,
            skipped="skip" if skip or (written and written.skip) else closed or self._barred(date),
            place=written.place if written else self.rule_place,
        )

    def _date(self, slot: dt.date, written: WrittenRelease | None) -> tuple[dt.date, str | None]:
        """The day of the release, and whether it is skipped because that day is closed."""
        if written and written.date:
            return written.date, None
        day = slot.toordinal()
        if self.workdays.works(day):
            return slot, None
        if self.train.on_closed_day == "skip":
            return slot, "closed day"
        moved = self.workdays.next(day) if self.train.on_closed_day == "next" else self.workdays.strip(day) - 1
        return dt.date.fromordinal(moved), None

    def _barred(self, date: dt.date) -> str | None:
        blackout = self.barring.on(date, *self.whom)
        return f"blackout {blackout.id}" if blackout is not None else None

    def _days(
        self,
        key: Literal["cut-offs", "milestones"],
        usual: dict[str, CutOff],
        own: dict[str, CutOff],
        date: dt.date,
        written: WrittenRelease | None,
    ) -> dict[str, tuple[dt.date, dt.date | None]]:
        """Name to the day, and the last day of a freeze that says `until`."""
        days: dict[str, tuple[dt.date, dt.date | None]] = {}
        for name, cut_off in self._bounded(key, {**usual, **own}, written).items():
            place = written.where(key, name) if written and name in own else self.train.where(key, name)
            day = self._before(date, cut_off.at)
            thaw = self._before(date, cut_off.until) if cut_off.until is not None else None
            if key == "milestones" and thaw:
                self._fault("bad-value", f"The milestone `{name}` is one day: leave `until` out.", place)
            if key == "cut-offs" and day > date:
                message = f"The cut-off `{name}` on {day} is after its release on {date}: correct one of them."
                self._fault("contradiction", message, place)
                continue
            if thaw and thaw < day:
                message = f"The freeze `{name}` thaws on {thaw}, before it begins on {day}: correct `at` or `until`."
                self._fault("contradiction", message, place)
                thaw = None
            days[name] = (day, thaw)
        return days

    def _before(self, date: dt.date, when: Duration | dt.date) -> dt.date:
        """The day that is so long before a release, whose day is day 0."""
        if isinstance(when, dt.date):
            return when
        length = ceil(when.days(self.workdays.week_length))
        if when.elapsed:
            return date - dt.timedelta(days=length)
        return dt.date.fromordinal(self.workdays.backward(date.toordinal(), length))

    def _counted(self, key: Literal["cut-offs", "milestones"], written: dict[str, CutOff]) -> dict[str, CutOff]:
        """Those that count from the release. A date stands for one release, and so belongs in `releases`."""
        for name, cut_off in written.items():
            if isinstance(cut_off.at, dt.date) or isinstance(cut_off.until, dt.date):
                message = (
                    f"`{name}` is one date for all releases of the train {self.train.id}: write how long before "
                    f"the release it is (3d, 7ed), or the date under one of `releases`."
                )
                self._fault("bad-value", message, self.train.where(key, name))
        counted = {
            name: cut_off
            for name, cut_off in written.items()
            if not isinstance(cut_off.at, dt.date) and not isinstance(cut_off.until, dt.date)
        }
        return self._bounded(key, counted, None)

    def _bounded(
        self, key: Literal["cut-offs", "milestones"], named: dict[str, CutOff], written: WrittenRelease | None
    ) -> dict[str, CutOff]:
        if len(named) <= MOST_NAMED:
            return named
        message = f"A release of the train {self.train.id} has more than {MOST_NAMED} {key}: only the first are used."
        self._fault("too-large", message, (written or self.train).where(key))
        return dict(list(named.items())[:MOST_NAMED])

    def _known_gate(self, key: Literal["gate", "request-gate"], gate: str | None) -> str | None:
        known = dict.fromkeys(self.train.cut_offs)
        known.update(dict.fromkeys(name for release in self.train.releases for name in release.cut_offs))
        if gate is None or gate in known:
            return gate
        written = self.train.node.values.get("cut-offs")
        if isinstance(written, MappingNode) and gate in written.values:  # it could not be read
            return None
        near = Nearest().of(gate, known)
        hint = f"did you mean {' or '.join(near)}?" if near else f"its cut-offs are {', '.join(known) or 'none'}."
        gist = f"`{key}` of the train {self.train.id} names no cut-off of it: there is no {gate}"
        suggestion = near[0] if len(near) == 1 else None
        self._fault("unknown-cut-off", f"{gist}; {hint}", self.train.where(key), suggestion=suggestion, gist=gist)
        return None

    def _fault(
        self,
        kind: FaultKind,
        message: str,
        place: Place,
        *related: Related,
        suggestion: str | None = None,
        gist: str = "",
    ) -> None:
        self.faults.setdefault((kind, place), Fault(kind, message, place, related, (self.train.id,), suggestion, gist))


def _last(days: dict[str, dt.date], thaws: dict[str, dt.date]) -> str | None:
    """The cut-off that is closest to the release, and among those of one day the last written: what thaws again is
    none, unless all do."""
    lasting = [name for name in days if name not in thaws] or list(days)
    return max(reversed(lasting), key=days.__getitem__, default=None)
