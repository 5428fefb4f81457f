"""Where work for one objective waits for work for another: the shortest chain between them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts


class Chains:
    """All that open work of some initiatives waits for, directly or not. What is done is waited for no more."""

    def __init__(self, facts: Facts, waiting: Collection[str]) -> None:
        sources, home, work = _open_work(facts)
        queue = sorted(node for initiative in waiting for node in work.get(initiative, ()))
        self._came: dict[str, str | None] = dict.fromkeys(queue)
        self._first: dict[str, tuple[int, str]] = {}  # initiative to its nearest node, and how near that is
        for node in queue:
            for source in sources[node]:
                if source not in self._came:
                    self._came[source] = node
                    self._first.setdefault(home[source], (len(queue), source))
                    queue.append(source)

    def to(self, needed: Collection[str]) -> tuple[str, ...]:
        """The shortest chain of nodes, each of which waits for the next, from what waits to a node of one of these
        initiatives; empty where nothing waits so."""
        chain: list[str] = []
        _, node = min(
            (self._first[initiative] for initiative in needed if initiative in self._first), default=(0, None)
        )
        while node is not None:
            chain.append(node)
            node = self._came[node]
        return tuple(reversed(chain))


class _OpenWork(NamedTuple):
    """``sources``: each node that is not done to those that it waits for and that are not done; ``home``: each to its
    initiative; ``work``: and back."""

    sources: dict[str, list[str]]
    home: dict[str, str]
    work: dict[str, list[str]]


@remembered
def _open_work(facts: Facts) -> _OpenWork:
    tasks = facts.plan.tasks
    home = {
        node.id: node.initiative
        for node in facts.problem.nodes
        if node.id not in tasks or tasks[node.id].status != "done"
    }
    incoming = facts.network.incoming
    work: dict[str, list[str]] = {}
    for node, initiative in home.items():
        work.setdefault(initiative, []).append(node)
    sources = {node: [source for source in incoming[node] if source in home] for node in home}
    return _OpenWork(sources, home, work)
