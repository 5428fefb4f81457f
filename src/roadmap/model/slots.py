"""The slots of a train: the days that its rule gives, and what is written by hand about each."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from roadmap.model.train import Train, WrittenRelease
from roadmap.model.values.recurrences import occurrences
from roadmap.source.faults import Fault, Related
from roadmap.source.nodes import Place

MOST = 5_000
"""Releases of one train."""

MOST_DAYS = 300_000
"""Releases, cut-offs and milestones that the rules of all trains come to."""

UNBOUNDED = dt.timedelta(days=730)
"""How long slots go on from `from` where neither the train nor the workspace says until when."""

_FURTHER = 4 * MOST


class Slots:
    """The slots of one train.

    ``by_rule``: the days of the rule, from `from` until `until` (the horizon, two years), in order.
    ``written``: slot to what is written by hand about it. ``names``: slot to what its release is known by, if not by
    the slot. ``skipped``: slots that do not take place.
    A slot by hand beyond `until` is one all the same if the rule would come to it. ``room``: for how many slots there
    is room beside those of other trains.
    """

    def __init__(self, train: Train, until: dt.date | None, room: int = MOST) -> None:
        self.train = train
        self.room = room
        self.faults: list[Fault] = []
        self.by_rule: list[dt.date] = []
        self.written: dict[dt.date, WrittenRelease] = {}
        self.skipped = frozenset(train.skip)
        self._rule: list[dt.date] | None = None
        self._read_by_hand()
        self._follow_rule(until)
        self._compare()
        self.names = self._names()

    def all(self) -> list[dt.date]:
        return sorted({*self.by_rule, *self.written})

    def _fault(self, kind: str, message: str, place: Place, *related: Related) -> None:
        self.faults.append(Fault(kind, message, place, related, items=(self.train.id,)))  # type: ignore[arg-type]

    def _read_by_hand(self) -> None:
        for index, release in enumerate(self.train.releases):
            slot = release.slot or release.date
            if slot is None:
                if not (release.wrote("slot") or release.wrote("date")):
                    self._fault("bad-value", "A release needs a `date`, or the `slot` that it is about.", release.place)
                continue
            first = self.written.setdefault(slot, release)
            if first is not release:
                self._fault(
                    "duplicate-id",
                    f"The release of {slot} is written twice in the train {self.train.id}: make it one.",
                    self.train.where("releases", index),
                    Related(first.place, "it is written here first"),
                )

    def _follow_rule(self, until: dt.date | None) -> None:
        train = self.train
        if train.every is None:
            if not train.wrote("every") and not train.wrote("releases"):
                message = f"The train {train.id} has no releases: write `every` and `from`, or `releases`."
                self._fault("bad-value", message, train.place)
            return
        if train.from_ is None:
            if not train.wrote("from"):
                message = (
                    f"The train {train.id} says `every`, but not from when: write `from`, the first day of its slots."
                )
                self._fault("bad-value", message, train.key_at("every"))
            return
        if train.until and train.until < train.from_:
            message = (
                f"The train {train.id} has slots until {train.until}, but only from {train.from_}: correct one of them."
            )
            self._fault("contradiction", message, train.where("until"), Related(train.where("from"), "its first day"))
            return
        end = train.until or until or min(train.from_, dt.date.max - UNBOUNDED) + UNBOUNDED
        self._rule = occurrences(train.every, train.from_, max([end, *self.written, *self.skipped]), _FURTHER)
        self.by_rule = [slot for slot in self._rule if slot <= end]
        most = min(MOST, self.room)
        if len(self.by_rule) > most:
            self.by_rule = self.by_rule[:most]
            message = (
                f"The train {train.id} has more than {MOST:,} slots until {end}: only the first are used; "
                "write an earlier `until`, or a rule that comes less often."
            )
            if most < MOST:
                message = (
                    f"Releases, cut-offs and milestones come to more than {MOST_DAYS:,} days over all trains: only the "
                    f"first {most:,} slots of {train.id} are used; write an earlier `until`."
                )
            self._fault("too-large", message, train.where("every"))

    def _compare(self) -> None:
        """What is said about slots must be about slots that there are."""
        if self._rule is None:
            return
        for slot, release in self.written.items():
            if release.slot is not None:
                self._must_exist(slot, release.where("slot"), "to add a release, write its `date` alone")
        for index, slot in enumerate(self.train.skip):
            if slot not in self.written:
                self._must_exist(slot, self.train.where("skip", index), "skip one of them, or none")

    def _must_exist(self, slot: dt.date, place: Place, advice: str) -> None:
        rule = self._rule or []
        index = bisect_left(rule, slot)
        if slot in rule[index : index + 1] or index == _FURTHER:
            return
        near = " and ".join(map(str, rule[max(index - 1, 0) : index + 1]))
        nearest = (
            f"the nearest slots are {near}" if " " in near else f"the nearest slot is {near}" if near else "it has none"
        )
        self._fault("unknown-release", f"{slot} is no slot of the train {self.train.id}; {nearest}: {advice}.", place)

    def _names(self) -> dict[dt.date, str]:
        """A name is one release's own: neither the name nor the slot of another."""
        names: dict[dt.date, str] = {}
        owners: dict[str, dt.date] = {str(slot): slot for slot in self.all()}
        for slot, release in self.written.items():
            if release.name is None:
                continue
            owner = owners.setdefault(release.name, slot)
            if owner == slot:
                names[slot] = release.name
                continue
            first = self.written[owner].where("name") if owner in self.written else self.train.where("every")
            self._fault(
                "duplicate-id",
                f"Two releases of the train {self.train.id} are known as {release.name}: "
                f"give the one of {slot} another name.",
                release.where("name"),
                Related(first, f"the release of {owner} is {release.name} too"),
            )
        return names
