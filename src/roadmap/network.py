"""The dependency network: one node for everything that has a date, one edge for each ordered pair.

Nodes are texts of these kinds:

===================  ========  ==========================================================================
node                 kind      what it is
===================  ========  ==========================================================================
``spring-sale/copy`` task      a task that is scheduled
``spring-sale``      launch    the launch of a campaign in one market
``spring-sale@de``   launch    one launch of a campaign in several markets
``spring-sale``      end       the end of a project (its last finish), of a campaign in several markets (its
                               last launch) or of a campaign without a launch
``spring-sale/ends`` ends      the end of a campaign's live window, where it is referred to
``web@27.6``         release   a release that is referred to or pinned
``web@27.6/code``    cut-off   a cut-off that is referred to
===================  ========  ==========================================================================

Edges point from what is waited for to what waits.

What is dropped, and what belongs to an initiative that is an idea, paused or cancelled, is not in the network, nor are
links from it: they are not bridged (DG checks report them).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

    from roadmap.model.initiative import Initiative
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency


class Edge(NamedTuple):
    """All that makes one node wait for another: ``links`` as written (empty where the edge is only implied);
    ``provides``: things that a request waits for and that the other task produces; ``member``: the task belongs to
    that launch or end, or follows that launch."""

    links: tuple[Dependency, ...] = ()
    provides: tuple[str, ...] = ()
    member: bool = False


_NOTHING = Edge()
_MEMBER = Edge(member=True)


class Network:
    """``kinds``: node to its kind; ``incoming``: node to the nodes that it waits for and the edges from them;
    ``outgoing``: node to those that wait for it. All in a fixed order."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.incoming: dict[str, dict[str, Edge]] = {}
        self.outgoing: dict[str, list[str]] = {}

    def __contains__(self, node: object) -> bool:
        return node in self.kinds

    def add(self, node: str, kind: str) -> None:
        """Add a node, if it is not there yet."""
        if node not in self.kinds:
            self.kinds[node] = kind
            self.incoming[node] = {}
            self.outgoing[node] = []

    def link(self, links: tuple[Dependency, ...], source: str, target: str) -> None:
        """Let ``target`` wait by all links that are written from ``source`` to it."""
        edge = self._edge(source, target)
        self.incoming[target][source] = Edge(links, edge.provides, edge.member)

    def join(self, source: str, target: str) -> None:
        """Let ``source`` be a member of ``target``, or follow it."""
        edge = self._edge(source, target)
        self.incoming[target][source] = _MEMBER if edge is _NOTHING else edge._replace(member=True)

    def provide(self, things: tuple[str, ...], source: str, target: str) -> None:
        """Let ``target`` wait for all things that ``source`` produces for it."""
        edge = self._edge(source, target)
        self.incoming[target][source] = edge._replace(provides=things)

    def _edge(self, source: str, target: str) -> Edge:
        """The edge between two nodes as far as it is known, to be replaced by one with more in it."""
        edge = self.incoming[target].get(source)
        if edge is None:
            self.outgoing[source].append(target)
            return _NOTHING
        return edge

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """The same as a ``networkx.DiGraph`` (node attribute ``kind``; edge attributes ``links``, ``provides`` and
        ``member``), made when it is first asked for: importing networkx takes longer than scheduling a thousand
        tasks."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((node, {"kind": kind}) for node, kind in self.kinds.items())
        for target, incoming in self.incoming.items():
            for source, edge in incoming.items():
                graph.add_edge(source, target, links=edge.links, provides=edge.provides, member=edge.member)
        return graph


UNSCHEDULED = frozenset({"idea", "paused", "cancelled"})


def is_scheduled(task: Task, plan: Plan) -> bool:
    """Whether a task is in the network."""
    return task.status != "dropped" and plan.initiatives[task.initiative].status not in UNSCHEDULED


def goals(task: Task, initiative: Initiative) -> Collection[str]:
    """The launches (or the end) that a task belongs to: it precedes them, or follows them if it is ``after-launch``."""
    launches = initiative.launch_ids
    if not launches:
        return (initiative.id,)
    known = [launches[market] for market in task.for_ if market in launches] if task.for_ else ()
    return known or launches.values()


def providers(task: Task, plan: Plan) -> Collection[tuple[str, Task]]:
    """(thing, task of the same initiative that produces it) for everything that the request still waits for."""
    if task.service is None or task.service not in plan.services or task.status != "planned":
        return ()
    if task.request is not None and task.request.answer == "accepted":
        return ()
    given = task.request.given if task.request is not None else {}
    producers = plan.initiatives[task.initiative].producers
    return [
        (thing, other)
        for thing in plan.services[task.service].needs_from_asker
        if thing not in given
        for other in producers.get(thing, ())
        if other.id != task.id and is_scheduled(other, plan)
    ]


def build(plan: Plan) -> Network:
    """The network of a plan."""
    network = Network()
    scheduled = [initiative for initiative in plan.initiatives.values() if initiative.status not in UNSCHEDULED]
    for initiative in scheduled:
        for task in initiative.tasks.values():
            if task.status != "dropped":
                network.add(task.id, "task")
    for initiative in scheduled:
        _add_goals(network, initiative)
    for initiative in scheduled:
        for task in initiative.tasks.values():
            if task.status != "dropped":
                _add_links(network, task, plan)
                _add_membership(network, task, initiative)
                if task.service is not None:
                    _add_provided(network, task, plan)
    return network


def _add_provided(network: Network, task: Task, plan: Plan) -> None:
    provided: dict[str, list[str]] = {}
    for thing, other in providers(task, plan):
        provided.setdefault(other.id, []).append(thing)
    for source, things in provided.items():
        network.provide(tuple(things), source, task.id)


def _add_membership(network: Network, task: Task, initiative: Initiative) -> None:
    unclear = task.unclear("after-launch")
    for goal in goals(task, initiative):
        if unclear and network.kinds[goal] == "launch":
            continue  # before or after it
        if task.after_launch and network.kinds[goal] == "launch":
            network.join(goal, task.id)
        else:
            network.join(task.id, goal)


def _add_goals(network: Network, initiative: Initiative) -> None:
    launches = initiative.launch_ids.values()
    for launch in launches:
        network.add(launch, "launch")
    if initiative.id not in network:
        network.add(initiative.id, "end")
        for launch in launches:
            network.join(launch, initiative.id)


def _add_links(network: Network, task: Task, plan: Plan) -> None:
    dependencies = plan.dependencies.get(task.id, ())
    together: dict[str, tuple[Dependency, ...]] = {each.target: (each,) for each in dependencies}
    if len(together) < len(dependencies):
        together = _together(dependencies)
    for target, links in together.items():
        if target not in network.kinds:
            if not _has_own_date(links[0], plan):
                continue
            network.add(target, links[0].kind)
        network.link(links, target, task.id)
    if task.release:
        for train in task.ships_on:
            for release in plan.releases.get(train, ()):
                if release.id in task.release:
                    network.add(release.id, "release")


def _together(dependencies: Iterable[Dependency]) -> dict[str, tuple[Dependency, ...]]:
    """What is waited for to all links to it."""
    links: dict[str, list[Dependency]] = {}
    for dependency in dependencies:
        links.setdefault(dependency.target, []).append(dependency)
    return {target: tuple(found) for target, found in links.items()}


def _has_own_date(dependency: Dependency, plan: Plan) -> bool:
    """Targets with a written date of their own enter the network when somebody refers to them."""
    if dependency.kind == "ends":
        return plan.initiatives[dependency.target.rsplit("/", 1)[0]].status not in UNSCHEDULED
    return dependency.kind in ("release", "cut-off")
