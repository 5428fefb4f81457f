"""Links that others imply: whoever waits for what waits for a thing need not wait for that thing as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.values.links import Dependency

_MOST = 2_000
"""How many tasks are looked at for one: what is implied by way of a longer search is not told."""

_Links = dict[str, "Dependency"]
"""What a task waits for to the end before it starts, and the link that says so."""


class Implied(NamedTuple):
    """``path``: (waiting task, link) pairs that imply ``link``, from ``task`` back to what ``link`` waits for."""

    task: str
    link: Dependency
    path: tuple[tuple[str, Dependency], ...]


def implied_links(facts: Facts) -> Iterator[Implied]:
    """In order of task and link. A link without lag is implied where others, from end to start, without a lead and
    only through work that has not begun, lead back to the same thing."""
    search = _Search(facts)
    for task in _suspects(facts):
        if search.is_planned(task):
            found = search.ways(task)
            yield from (
                Implied(task, link, found[target]) for target, link in search.links(task).items() if target in found
            )


def _suspects(facts: Facts) -> Iterator[str]:
    """Tasks that wait for something that another task they wait for is led back to, whatever the links on the way
    say of types and lags: few, and found by positions alone."""
    sources = [[arc.source for arc in node.arcs] for node in facts.problem.nodes]
    for task, links in facts.plan.dependencies.items():
        position = facts.problem.index.get(task)
        if len(links) > 1 and position is not None and _leads_back(sources[position], sources):
            yield task


def _leads_back(near: list[int], sources: list[list[int]]) -> bool:
    """Whether one of ``near`` is led back to another of them, or it would take too long to tell. Positions are in
    topological order: nothing that stands before the first of them leads to one."""
    first = min(near, default=0)
    queue = [position for position in near if position > first]
    seen = {*near}
    for position in queue:
        for source in sources[position]:
            if source in near:
                return True
            if source > first and source not in seen:
                seen.add(source)
                queue.append(source)
        if len(queue) > _MOST:
            return True
    return False


class _Search:
    """Remembers the links of each task that was looked at."""

    def __init__(self, facts: Facts) -> None:
        self._plan = facts.plan
        self._index = facts.problem.index
        self._links: dict[str, _Links] = {}

    def is_planned(self, task: str) -> bool:
        return self._plan.tasks[task].status == "planned"

    def links(self, task: str) -> _Links:
        found = self._links.get(task)
        if found is None:
            found = self._links[task] = {}
            for link in self._plan.dependencies.get(task, ()):
                if link.kind == "task" and link.type == "FS" and link.lag.amount >= 0 and link.target in self._index:
                    found.setdefault(link.target, link)
        return found

    def ways(self, task: str) -> dict[str, tuple[tuple[str, Dependency], ...]]:
        """What ``task`` waits for and is led back to by way of another task, each with a shortest way. Nothing that
        stands before the first of them in topological order leads to one, so that the search stays near."""
        spare = {target: link for target, link in self.links(task).items() if link.lag.amount == 0}
        if not spare or len(self.links(task)) < 2:
            return {}
        first = min(self._index[target] for target in spare)
        came: dict[str, tuple[str, Dependency]] = {}
        found: dict[str, tuple[tuple[str, Dependency], ...]] = {}
        queue = [task]
        for node in queue:
            for target, link in self.links(node).items():
                if (
                    node != task
                    and target in spare
                    and target not in found
                    and not self._leaves_earlier(link, spare[target])
                ):
                    way = [(node, link)]
                    while way[-1][0] != task:
                        way.append(came[way[-1][0]])
                    found[target] = tuple(reversed(way))
                if (
                    target not in came
                    and self._index[target] > first
                    and len(queue) < _MOST
                    and self.is_planned(target)
                ):
                    came[target] = (node, link)
                    queue.append(target)
        return found

    def _leaves_earlier(self, link: Dependency, spare: Dependency) -> bool:
        """Whether ``link`` waits for the work alone, and ``spare`` for the release that brings it to users."""
        return link.work and not spare.work and bool(self._plan.tasks[link.target].ships_on)
