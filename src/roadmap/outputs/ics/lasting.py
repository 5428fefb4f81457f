"""What calendars know things by: the first id that each had (`was`), so that no renaming changes a uid or an address.

Whoever had a name first keeps it. A thing with the id of another whose first id that was would share its uids, and so
it is known by its id with ``~2`` behind, which can be nobody's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap.model.plan import Plan
from roadmap.model.train import Train

_SECOND = "~2"
_MADE = "conflict"
"""The kind of event whose id is made of what it is about (see conflicts.py)."""


class Contest(NamedTuple):
    """Two things that were called the same at first: ``owner`` is known by that name, and ``other`` by ``known``.
    ``kind``: of both, to stand before their references."""

    kind: str
    name: str
    owner: str
    other: str
    known: str


def lasting_names(former: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The lasting name of each thing of a kind, none twice. ``former``: id to former ids, the first one first.

    Where several have the same first id, the one of them with the least id keeps it; another is known by its own.
    """
    owners: dict[str, str] = {}
    for id, was in sorted(former.items()):
        if was:
            owners.setdefault(was[0], id)
    names = {}
    for id, was in former.items():
        if was and owners[was[0]] == id:
            names[id] = was[0]
        else:
            names[id] = f"{id}{_SECOND}" if id in owners else id
    return names


class Lasting:
    """The lasting names of a plan's things."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names: dict[str, dict[str, str]] = {}
        self.contests: list[Contest] = []
        kinds: dict[str, Mapping[str, Any]] = {
            "team": plan.teams,
            "train": plan.trains,
            "initiative": plan.initiatives,
            "blackout": plan.blackouts,
            "review": plan.reviews,
            "audience": plan.audiences,
        }
        for kind, things in kinds.items():
            self._add(kind, kind, "", {id: thing.was for id, thing in things.items()})
        for id in sorted({task.initiative for task in plan.tasks.values() if task.was}):
            tasks = plan.initiatives[id].tasks.values()
            self._add(f"{id}/", "task", f"{id}/", {task.name: task.was for task in tasks})
        for train in plan.trains.values():
            if any(release.was for release in train.releases):
                self._add(f"{train.id}@", "release", f"{train.id}@", dict(_releases(plan, train)))

    def _add(self, space: str, kind: str, within: str, former: dict[str, tuple[str, ...]]) -> None:
        """``space``: in which ids are unique; ``within``: before them in references."""
        if not any(former.values()):
            return
        names = lasting_names(former)
        known = {name: id for id, name in names.items()}
        self._names[space] = names
        for id, was in sorted(former.items()):
            name = was[0] if was else id
            if names[id] != name:
                self.contests.append(Contest(kind, name, f"{within}{known[name]}", f"{within}{id}", names[id]))

    def _name(self, space: str, id: str) -> str:
        names = self._names.get(space)
        return names.get(id, id) if names is not None else id

    def event(self, kind: str, id: str) -> str:
        """The lasting id of an event of this kind."""
        if kind == _MADE:
            return id
        if kind in ("blackout", "review"):
            return self._name(kind, id)
        if kind in ("launch", "live"):
            return self._launch(id)
        return self._release(id) if "@" in id else self._work(id)

    def item(self, id: str) -> str:
        """The lasting id of what a finding is about: a task, a launch, an initiative, a release or a blackout."""
        head, at, market = id.partition("@")
        if at:
            campaign = self._plan.campaigns.get(head)
            return self._launch(id) if campaign is not None and market in campaign.launches else self._release(id)
        if id in self._plan.blackouts and id not in self._plan.initiatives:
            return self._name("blackout", id)
        return self._work(id)

    def audience(self, id: str) -> str:
        return self._name("audience", id)

    def feed(self, name: str) -> str:
        """The lasting name of a feed."""
        kind, colon, id = name.partition(":")
        return f"{kind}{colon}{self._name('initiative' if kind == 'campaign' else kind, id)}"

    def _launch(self, id: str) -> str:
        campaign, at, market = id.partition("@")
        return f"{self._name('initiative', campaign)}{at}{market}"

    def _work(self, id: str) -> str:
        """Of a task or an initiative."""
        initiative, slash, task = id.partition("/")
        return f"{self._name('initiative', initiative)}{slash}{self._name(f'{initiative}/', task)}"

    def _release(self, id: str) -> str:
        """Of a release, or of one of its cut-offs or milestones."""
        release, slash, what = id.partition("/")
        train, _, name = release.partition("@")
        return f"{self._name('train', train)}@{self._name(f'{train}@', name)}{slash}{what}"


def _releases(plan: Plan, train: Train) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the releases of a train are called, and were; by their slots, as they may have got names only later."""
    was: dict[object, tuple[str, ...]] = {}
    for written in train.releases:
        was.setdefault(written.slot or written.date, written.was)
    for release in plan.releases[train.id]:
        yield release.id.partition("@")[2], was.get(release.slot, ())
