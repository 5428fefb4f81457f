"""Circles of waiting, found only among what has no dates, so that a plan without one costs nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from roadmap.facts import Facts

Wait = tuple[str, str]
"""(what waits, what it waits for): both nodes of the network."""

Circle = tuple[Wait, ...]
"""The waits of a circle, in order: what the first waits for is what waits in the second."""

Tangle = dict[str, list[str]]
"""Circles that share nodes: what each node waits for in one of them."""

MOST_IN_A_TANGLE = 10
"""Circles that share nodes are told one at a time, each without the link that the one before would drop, up to here."""

_STEPS = 200_000
"""How many links are followed in the search for the shortest circle of a tangle."""


def tangles(facts: Facts) -> Iterator[Tangle]:
    """What waits for itself by way of others."""
    among = set(facts.problem.stuck)
    incoming = facts.network.incoming
    waits = {node: [other for other in incoming[node] if other in among and other != node] for node in sorted(among)}
    yield from _tangles(waits)


def without(tangle: Tangle, wait: Wait) -> list[Tangle]:
    """What is left of a tangle without one wait."""
    return list(_tangles({node: [other for other in tangle[node] if (node, other) != wait] for node in tangle}))


def turned(circle: Circle, wait: Wait) -> Circle:
    """The same circle, told from another of its waits on."""
    at = circle.index(wait)
    return (*circle[at:], *circle[:at])


def shortest(tangle: Tangle) -> Circle:
    """A shortest circle of a tangle; of a very large one, the shortest through some of its nodes."""
    links = sum(map(len, tangle.values()))
    starts = sorted(tangle)[: max(1, _STEPS // links)]
    best: list[str] = []
    for start in starts:
        found = _back_to(start, tangle, len(best) or len(tangle) + 1)
        if found and (not best or len(found) < len(best)):
            best = found
        if len(best) == 2:
            break
    return tuple(zip(best, (*best[1:], best[0]), strict=True))


def behind(facts: Facts, causes: Iterable[Iterable[str]]) -> list[list[str]]:
    """For each cause (a group of nodes) the tasks without dates that wait for it, directly or not, each told once."""
    network, stuck = facts.network, set(facts.problem.stuck)
    groups = [list(cause) for cause in causes]
    seen = {node for group in groups for node in group}
    found: list[list[str]] = []
    for group in groups:
        told: list[str] = []
        queue = deque(group)
        while queue:
            for waiting in network.outgoing[queue.popleft()]:
                if waiting in stuck and waiting not in seen:
                    seen.add(waiting)
                    queue.append(waiting)
                    told.append(waiting)
        found.append(sorted(node for node in told if network.kinds[node] == "task"))
    return found


def _tangles(waits: Tangle) -> Iterator[Tangle]:
    """Strongly connected components of at least two nodes, in order of their first ids."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(waits)
    graph.add_edges_from((node, other) for node, others in waits.items() for other in others)
    for nodes in sorted(sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1):
        part = set(nodes)
        yield {node: [other for other in waits[node] if other in part] for node in nodes}


def _back_to(start: str, tangle: Tangle, limit: int) -> list[str]:
    """The nodes of a shortest circle through ``start``, if it is shorter than ``limit``; breadth first."""
    came: dict[str, str] = {}
    layer, length = [start], 1
    while layer and length < limit:
        following: list[str] = []
        for node in layer:
            for other in tangle[node]:
                if other == start:
                    path = [node]
                    while path[-1] != start:
                        path.append(came[path[-1]])
                    return path[::-1]
                if other not in came:
                    came[other] = node
                    following.append(other)
        layer, length = following, length + 1
    return []
