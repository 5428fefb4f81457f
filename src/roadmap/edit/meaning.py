"""Whether a plan with a renamed thing still says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from roadmap.edit.renaming import Thing
from roadmap.model.plan import Plan
from roadmap.source.faults import Fault


def is_same(before: tuple[Plan, Iterable[Fault]], after: tuple[Plan, Iterable[Fault]], thing: Thing, new: str) -> bool:
    """Whether two plans, each with its faults, differ in the name of ``thing`` alone: the same links between the same
    tasks, done by the same teams, shipped on the same trains, on the same days."""
    (plan, faults), (renamed, other_faults) = before, after
    if Counter(fault.kind for fault in faults) != Counter(fault.kind for fault in other_faults):
        return False
    called = _Names(thing, new)
    return called.statements(plan) == _Names(None, "").statements(renamed)


class _Names:
    """What things are called after the renaming."""

    def __init__(self, thing: Thing | None, new: str) -> None:
        self._thing = thing
        self._new = new

    def statements(self, plan: Plan) -> dict[str, Any]:
        """By task: what it is bound to."""
        return {
            self._node(name, "task"): (
                self._id(task.team, "team"),
                self._id(task.service, "service"),
                [self._id(train, "train") for train in task.ships_on],
                [self._node(release, "release") for release in task.release],
                (task.not_before, task.deadline, task.start, task.finish, task.duration, task.effort),
                sorted(
                    (self._node(link.target, link.kind), link.kind, link.type, str(link.lag), link.work)
                    for link in plan.dependencies[name]
                ),
            )
            for name, task in plan.tasks.items()
        }

    def _id(self, name: str | None, kind: str) -> str | None:
        thing = self._thing
        return self._new if thing is not None and (kind, name) == (thing.kind, thing.id) else name

    def _node(self, node: str, kind: str) -> str:
        """A node of the network: a task, a launch, an end, a release or a cut-off."""
        thing = self._thing
        if thing is None:
            return node
        on_train = kind in ("release", "cut-off")
        if thing.within is None:
            head = node.partition("/")[0].partition("@")[0]
            fits = thing.kind == ("train" if on_train else "initiative") and head == thing.id
            return self._new + node.removeprefix(head) if fits else node
        name, slash, rest = node.partition("/") if on_train else (node, "", "")
        if name == thing.reference and thing.kind == ("release" if on_train else "task"):
            return f"{name.removesuffix(thing.id)}{self._new}{slash}{rest}"
        return node
