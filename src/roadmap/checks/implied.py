"""Links that others imply: whoever waits for what waits for a thing need not wait for that thing as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.values.links import Dependency

_MOST, _FEWEST, _MOST_TOGETHER = 2_000, 50, 200_000
"""How many tasks are looked at for one: what is implied by way of a longer search is not told. Fewer where it was so
many for all before it."""

_MOST_LINKS = 20_000
"""How many links of theirs."""

_NEAR = 8_192
"""How many positions back it is remembered what leads where; each is a bit for each task."""

_ALL_NEAR = (2 << _NEAR) - 1

_Links = dict[str, "Dependency"]
"""What a task waits for to the end before it starts, and the link that says so."""


class Implied(NamedTuple):
    """``path``: (waiting task, link) pairs that imply ``link``, from ``task`` back to what ``link`` waits for."""

    task: str
    link: Dependency
    path: tuple[tuple[str, Dependency], ...]


def implied_links(facts: Facts) -> Iterator[Implied]:
    """In topological order of the tasks. A link without lag is implied where others, from end to start, without a lead
    and only through work that has not begun, lead back to the same thing."""
    search = _Search(facts)
    for task, led_back in _suspects(facts):
        if search.is_planned(task):
            found = search.ways(task, led_back)
            yield from (
                Implied(task, link, found[target]) for target, link in search.links(task).items() if target in found
            )


def _suspects(facts: Facts) -> Iterator[tuple[str, set[str]]]:
    """Tasks that wait for something that another task they wait for is led back to, whatever the links on the way
    say of types and lags, with all that may be: few, and found by positions alone."""
    nodes = facts.problem.nodes
    led: list[int] = []  # for each node the positions that it is led back to: bit n is n before its own
    for position, node in enumerate(nodes):
        needed = further = 0
        for arc in node.arcs:
            distance = position - arc.source
            needed |= 1 << distance
            further |= led[arc.source] << distance
        led.append((needed | further) & _ALL_NEAR)
        if needed & further or needed > _ALL_NEAR:
            sources = {arc.source for arc in node.arcs}
            yield (
                node.id,
                {nodes[each].id for each in sources if position - each > _NEAR or further >> position - each & 1},
            )


class _Search:
    """Remembers the links of each task that was looked at."""

    def __init__(self, facts: Facts) -> None:
        self._plan = facts.plan
        self._index = facts.problem.index
        self._links: dict[str, _Links] = {}
        self._left = _MOST_TOGETHER

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

    def ways(self, task: str, led_back: set[str]) -> dict[str, tuple[tuple[str, Dependency], ...]]:
        """What of ``led_back`` the task waits for and is led back to by way of another task, each with a shortest way.
        Nothing that stands before the first of them in topological order leads to one, so that the search stays near.
        """
        links = self.links(task)
        spare = {target: link for target, link in links.items() if target in led_back and link.lag.amount == 0}
        first = min((self._index[target] for target in spare), default=0)
        came: dict[str, tuple[str, Dependency]] = {}
        found: dict[str, tuple[tuple[str, Dependency], ...]] = {}
        queue = [task]
        most, looked_at = max(min(_MOST, self._left), _FEWEST), 0
        for node in queue if spare else ():
            links = self.links(node)
            looked_at += len(links)
            for target in spare.keys() & links.keys() if node != task else ():
                if not self._leaves_earlier(links[target], spare[target]):
                    way = [(node, links[target])]
                    while way[-1][0] != task:
                        way.append(came[way[-1][0]])
                    found[target] = tuple(reversed(way))
                    del spare[target]
            if not spare or looked_at > _MOST_LINKS:
                break
            if len(queue) < most:
                for target, link in links.items():
                    if target not in came and self._index[target] > first and self.is_planned(target):
                        came[target] = (node, link)
                        queue.append(target)
        self._left -= len(queue)
        return found

    def _leaves_earlier(self, link: Dependency, spare: Dependency) -> bool:
        """Whether ``link`` waits for the work alone, and ``spare`` for the release that brings it to users."""
        return link.work and not spare.work and bool(self._plan.tasks[link.target].ships_on)
