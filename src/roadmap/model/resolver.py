"""What the links, pins, gates and markets of tasks refer to."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.directory import Directory, Missing, Target
from roadmap.model.fields import complete
from roadmap.model.initiative import Campaign, Initiative
from roadmap.model.initiatives import Inherited
from roadmap.model.reading import Reading
from roadmap.model.task import Task
from roadmap.model.values.links import NO_LAG, Dependency, Link, by_position
from roadmap.model.values.value import quoted
from roadmap.source.nodes import MappingNode, Place, ScalarNode, SequenceNode

_CHECKED = ("for_", "release", "gate")
_NOTHING = Inherited(frozenset(), frozenset())


class Resolver:
    """Resolves what tasks say, one task after the other."""

    def __init__(self, reading: Reading, directory: Directory, inherited: Mapping[str, Inherited]) -> None:
        self._reading = reading
        self._directory = directory
        self._inherited = inherited
        self._texts: dict[Place, str] = {}
        self._texts_are_of = ""
        self._cut_offs: dict[str, set[str]] = {}
        # Links name a task by the text that is its id, and keep none of their own.
        self._ids = {id: id for id in directory.tasks}

    def dependencies(self, task: Task) -> tuple[Dependency, ...]:
        """The links of a task, less those that mean nothing."""
        found = []
        ids, home, prefix = self._ids, task.initiative, f"{task.initiative}/"
        for link in task.needs:
            target, work, kind, lag, because, node = link
            # Nearly all links are to tasks: these two look-ups decide them.
            needed = ids.get(prefix + target) or ids.get(target)
            if needed is None:
                dependency = self._other(link, task, home)
                if dependency:
                    found.append(dependency)
                continue
            found.append(by_position(Dependency, (needed, "task", kind, lag, work, because, node)))
        return tuple(found)

    def _other(self, link: Link, task: Task, home: str) -> Dependency | None:
        inherited = self._inherited.get(home, _NOTHING)
        if link.reference in inherited.left_out and task.id in inherited.tasks:
            return None  # whoever leaves a task out does not want what waits for it in the template to wait
        target = self._directory.find(link.reference, home)
        if isinstance(target, Missing):
            if self._texts_are_of != task.id:
                self._texts, self._texts_are_of = _texts_of(task), task.id
            self._reading.missing(target, link.reference, link.place, self._texts[link.place])
            return None
        if link.work and target.kind != "task":
            message = f"{quoted(link.reference)} is not a task: only work that ships can be waited for with `.work`."
            self._reading.fault("bad-link", message, link.place)
            return None
        return Dependency(target.node, target.kind, link.type, link.lag, link.work, link.because, link.node)

    def after_result(self, initiative: Initiative) -> Dependency | None:
        """The task whose result an initiative waits for."""
        text = initiative.after_result
        if text is None:
            return None
        place = initiative.where("after-result")
        # The result is that of the pilot, so its tasks come before those of the initiative itself.
        pilot = self._directory.find(text, initiative.scales) if initiative.scales else None
        target = pilot if isinstance(pilot, Target) else self._directory.find(text, initiative.id)
        if isinstance(target, Missing):
            if initiative.scales is None and initiative.wrote("scales"):
                return None  # the pilot is not known, which is told already
            self._reading.missing(target, text, place, text)
            return None
        if target.kind != "task":
            self._reading.fault(
                "unknown-task", f"{quoted(text)} is not a task: name the task whose result is waited for.", place
            )
            return None
        return Dependency(target.node, target.kind, "FS", NO_LAG, False, None, initiative.node.values["after-result"])

    def check_names(self, task: Task, initiative: Initiative) -> None:
        """Leaves out markets, pinned releases and gates that do not exist."""
        if task.__dict__.keys().isdisjoint(_CHECKED):  # as in nearly all tasks
            return
        if task.for_:
            self._check_markets(task, initiative)
        if task.release:
            self._check_releases(task)
        if task.gate is not None:
            self._check_gate(task)

    def _check_markets(self, task: Task, initiative: Initiative) -> None:
        launches = initiative.launches if isinstance(initiative, Campaign) else {}
        known = []
        for index, market in enumerate(task.for_):
            if market and market in launches:
                known.append(market)
                continue
            near = tuple((close, launches[close].place) for close in self._reading.nearest.of(market, launches))
            written = isinstance(initiative, Campaign) and initiative.wrote_launch(market or "")
            message = f"{quoted(initiative.id)} has no launch in the market {quoted(market)}"
            missing = Missing("unknown-market", message, near, reported=written)
            self._reading.missing(missing, market, task.where("for", index), market)
        complete(task, for_=tuple(known))

    def _check_releases(self, task: Task) -> None:
        known = []
        for index, text in enumerate(task.release):
            place = task.where("release", index)
            train, at, name = text.removeprefix("train:").removeprefix("release:").partition("@")
            if not at:
                train, name = (task.ships_on[0] if len(task.ships_on) == 1 else ""), text
            if train not in task.ships_on:
                self._refuse_release(task, text, train, index)
                continue
            found = self._directory.release(train, name)
            if isinstance(found, Missing):
                self._reading.missing(found, text, place, text)
            else:
                known.append(found.id)
        complete(task, release=tuple(known))

    def _refuse_release(self, task: Task, text: str, train: str, index: int) -> None:
        if not train:
            message = f"{quoted(text)} does not say of which train it is a release: write e.g. web@27.6."
        elif train not in self._directory.trains:
            missing = Missing("unknown-train", f"No train is called {quoted(train)}")
            self._reading.missing(missing, text, task.where("release", index), text)
            return
        elif task.wrote("ships-on") and not task.ships_on:
            return
        else:
            message = f"The task is pinned to a release of {train}, and does not ship on it: add `ships-on: {train}`."
        self._reading.fault("contradiction", message, task.where("release", index))

    def _check_gate(self, task: Task) -> None:
        gate = task.gate or ""
        place = task.where("gate")
        if not task.ships_on:
            if not task.wrote("ships-on"):
                message = "A gate is a cut-off of the train that work ships on: add `ships-on`, or remove the gate."
                self._reading.fault("contradiction", message, place)
            complete(task, gate=None)
            return
        for train in task.ships_on:
            names = self._cut_offs_of(train)
            if gate not in names:
                near = tuple((close, None) for close in self._reading.nearest.of(gate, names))
                message = f"The train {quoted(train)} has no cut-off {quoted(gate)}"
                doubtful = f"train {train}" in self._reading.doubtful
                self._reading.missing(Missing("unknown-cut-off", message, near, doubtful), gate, place, gate)
                complete(task, gate=None)
                return

    def _cut_offs_of(self, train: str) -> set[str]:
        """The names of all cut-offs of a train and its releases."""
        if train not in self._cut_offs:
            written = self._directory.trains[train]
            every = (written.cut_offs, *(release.cut_offs for release in written.releases))
            self._cut_offs[train] = {name for cut_offs in every for name in cut_offs}
        return self._cut_offs[train]


def _texts_of(task: Task) -> dict[Place, str]:
    """The links of a task as they stand in the file."""
    needs = task.node.values.get("needs")
    texts = {}
    for node in needs.items if isinstance(needs, SequenceNode) else (needs,):
        scalar = node.values.get("task") if isinstance(node, MappingNode) else node
        if isinstance(scalar, ScalarNode):
            texts[scalar.place] = scalar.text
    return texts
