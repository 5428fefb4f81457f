"""Where work for one objective waits for work for another: the shortest chain between them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from roadmap.checks.crossings import crossings
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts


def shortest_chain(facts: Facts, waiting: Collection[str], needed: Collection[str]) -> tuple[str, ...]:
    """Nodes from the first that waits, of an initiative in ``waiting``, to one of an initiative in ``needed``, each
    waiting for the next; empty where nothing waits so. What is done is waited for no more."""
    if not _reaches(facts, waiting, needed):
        return ()
    nodes, index = facts.problem.nodes, facts.problem.index
    came: dict[str, str | None] = {node.id: None for node in nodes if node.initiative in waiting}
    queue = sorted(node for node in came if _is_open(facts, node))
    for node in queue:
        for source in facts.network.incoming[node]:
            if source in came or source not in index or not _is_open(facts, source):
                continue
            came[source] = node
            if nodes[index[source]].initiative in needed:
                return _back(came, source)
            queue.append(source)
    return ()


def _back(came: dict[str, str | None], last: str) -> tuple[str, ...]:
    chain: list[str] = []
    node: str | None = last
    while node is not None:
        chain.append(node)
        node = came[node]
    return tuple(reversed(chain))


def _is_open(facts: Facts, node: str) -> bool:
    task = facts.plan.tasks.get(node)
    return task is None or task.status != "done"


def _reaches(facts: Facts, waiting: Collection[str], needed: Collection[str]) -> bool:
    """Whether a chain is possible at all, seen from far: by initiatives and the links between them."""
    near = _neighbours(facts)
    seen = set(waiting)
    queue = sorted(seen)
    for initiative in queue:
        for other in near.get(initiative, ()):
            if other in needed:
                return True
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return False


@remembered
def _neighbours(facts: Facts) -> dict[str, list[str]]:
    """Initiative to those that it waits for."""
    found: dict[str, dict[str, None]] = {}
    for crossing in crossings(facts):
        found.setdefault(crossing.task.initiative, {})[crossing.needed] = None
    return {initiative: list(needed) for initiative, needed in found.items()}
