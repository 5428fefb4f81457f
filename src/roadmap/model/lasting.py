"""What things are known by for good: the first id that each had (`was`), so that no renaming changes the uid of an
event, the address of a calendar, or which finding it is that a baseline knows.

Whoever had a name first keeps it. A thing with the id of another whose first id that was would share all this with it,
and so it is known by its id with ``~2`` behind, which can be nobody's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from roadmap.model.plan import Plan
    from roadmap.model.train import Train

_SECOND = "~2"
_INITIATIVE = "initiative"
_BARE = (_INITIATIVE, "team", "train", "blackout", "review", "service")
"""What an id alone may mean where nothing says the kind, the first that fits."""


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
    """The lasting names of a plan's things. ``names``: what ids are unique in (a kind; ``spring-sale/`` for its tasks,
    ``web@`` for its releases) to the lasting name of each id, where any of them was renamed. ``things``: by kind."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.things: dict[str, Mapping[str, Any]] = {
            "calendar": plan.calendars,
            "team": plan.teams,
            "service": plan.services,
            "train": plan.trains,
            "blackout": plan.blackouts,
            _INITIATIVE: plan.initiatives,
            "objective": plan.objectives,
            "channel": plan.channels,
            "audience": plan.audiences,
            "technology": plan.technologies,
            "data": plan.data,
            "review": plan.reviews,
            "scenario": plan.scenarios,
        }
        self.names: dict[str, dict[str, str]] = {}
        self.contests: list[Contest] = []
        for kind, things in self.things.items():
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
        self.names[space] = names
        for id, was in sorted(former.items()):
            name = was[0] if was else id
            if names[id] != name:
                self.contests.append(Contest(kind, name, f"{within}{known[name]}", f"{within}{id}", names[id]))

    def name(self, space: str, id: str) -> str:
        """The lasting name of an id that is unique in ``space``."""
        names = self.names.get(space)
        return names.get(id, id) if names is not None else id

    def item(self, id: str) -> str:
        """The lasting id of what a finding is about: a task, an initiative, a launch, a release, ``team:web``, or a
        thing of another kind by its id alone. What is none of these is known by what it is called."""
        if not self.names:
            return id
        kind, colon, name = id.rpartition(":")
        if colon:
            return f"{kind}:{self.name(kind, name)}"
        if "/" in id:
            return self.work(id)
        head, at, market = id.partition("@")
        if at:
            campaign = self._plan.campaigns.get(head)
            return self.launch(id) if campaign is not None and market in campaign.launches else self.release(id)
        return next((self.name(kind, id) for kind in _BARE if id in self.things[kind]), id)

    def launch(self, id: str) -> str:
        campaign, at, market = id.partition("@")
        return f"{self.name(_INITIATIVE, campaign)}{at}{market}"

    def work(self, id: str) -> str:
        """Of a task or an initiative."""
        initiative, slash, task = id.partition("/")
        return f"{self.name(_INITIATIVE, initiative)}{slash}{self.name(f'{initiative}/', task)}"

    def release(self, id: str) -> str:
        """Of a release, or of one of its cut-offs or milestones."""
        release, slash, what = id.partition("/")
        train, _, name = release.partition("@")
        return f"{self.name('train', train)}@{self.name(f'{train}@', name)}{slash}{what}"


def _releases(plan: Plan, train: Train) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the releases of a train are called, and were; by their slots, as they may have got names only later."""
    was: dict[object, tuple[str, ...]] = {}
    for written in train.releases:
        was.setdefault(written.slot or written.date, written.was)
    for release in plan.releases[train.id]:
        yield release.id.partition("@")[2], was.get(release.slot, ())
