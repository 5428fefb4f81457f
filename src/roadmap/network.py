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

from collections.abc import Collection
from functools import cached_property
from itertools import groupby
from operator import attrgetter
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

    links: tuple[Dependency, ...]
    provides: tuple[str, ...]
    member: bool


class Network:
    """``kinds``: node to its kind; ``incoming``: node to the nodes that it waits for; ``outgoing``: node to those that
    wait for it. All in a fixed order, and no node twice. Why one waits for another is told by ``edge``.

    ``links``: task to its links to what is in the network, those of one pair together. ``provided``: task to the tasks
    that produce what its request still waits for, and to these things. ``followed``: task to the launches that it
    follows.
    """

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.incoming: dict[str, list[str]] = {}
        self.outgoing: dict[str, list[str]] = {}
        self.links: dict[str, tuple[Dependency, ...]] = {}
        self.provided: dict[str, dict[str, tuple[str, ...]]] = {}
        self.followed: dict[str, list[str]] = {}
        self._by_source: dict[str, dict[str, tuple[Dependency, ...]]] = {}

    def __contains__(self, node: object) -> bool:
        return node in self.kinds

    def add(self, node: str, kind: str) -> None:
        """Add a node, if it is not there yet."""
        if node not in self.kinds:
            self.kinds[node] = kind
            self.incoming[node] = []
            self.outgoing[node] = []

    def edge(self, source: str, target: str) -> Edge:
        """Why ``target`` waits for ``source``."""
        if target not in self._by_source:
            pairs = groupby(self.links.get(target, ()), attrgetter("target"))
            self._by_source[target] = {name: tuple(links) for name, links in pairs}
        return Edge(
            self._by_source[target].get(source, ()),
            self.provided.get(target, {}).get(source, ()),
            self.kinds[target] != "task" or source in self.followed.get(target, ()),
        )

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """The same as a ``networkx.DiGraph`` (node attribute ``kind``; edge attributes ``links``, ``provides`` and
        ``member``), made when it is first asked for: importing networkx takes longer than scheduling a thousand
        tasks."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((node, {"kind": kind}) for node, kind in self.kinds.items())
        for target, incoming in self.incoming.items():
            graph.add_edges_from((source, target, self.edge(source, target)._asdict()) for source in incoming)
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
    known = dict.fromkeys(launches[market] for market in task.for_ if market in launches) if task.for_ else ()
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
    tasks: list[tuple[Task, Initiative]] = []
    for initiative in scheduled:
        for task in initiative.tasks.values():
            if task.status != "dropped":
                network.add(task.id, "task")
                tasks.append((task, initiative))
    for initiative in scheduled:
        _add_goals(network, initiative)
    for task, initiative in tasks:
        _connect(network, task, initiative, plan)
    return network


def _add_goals(network: Network, initiative: Initiative) -> None:
    launches = initiative.launch_ids.values()
    for launch in launches:
        network.add(launch, "launch")
    if initiative.id not in network:
        network.add(initiative.id, "end")
        network.incoming[initiative.id] += launches
        for launch in launches:
            network.outgoing[launch].append(initiative.id)


def _connect(network: Network, task: Task, initiative: Initiative, plan: Plan) -> None:
    """Let a task wait for all that it needs, and its goals for the task."""
    id, kinds, incoming, outgoing = task.id, network.kinds, network.incoming, network.outgoing
    links = plan.dependencies.get(id, ())
    sources: dict[str, None] = {}
    for link in links:
        target = link.target
        if target not in kinds:
            if not _has_own_date(link, plan):
                continue
            network.add(target, link.kind)
        sources[target] = None
    if len(sources) < len(links):
        rank = {source: number for number, source in enumerate(sources)}
        links = tuple(sorted((link for link in links if link.target in rank), key=lambda link: rank[link.target]))
    network.links[id] = links
    if initiative.launch_ids and task.after_launch:
        network.followed[id] = [*goals(task, initiative)]
        sources |= dict.fromkeys(network.followed[id])
    elif not (id in plan.doubtful and initiative.launch_ids and task.unclear("after-launch")):  # else nobody knows
        for goal in goals(task, initiative):
            incoming[goal].append(id)
            outgoing[id].append(goal)
    if task.service is not None and (provided := _provided(task, plan)):
        network.provided[id] = provided
        sources |= dict.fromkeys(provided)
    incoming[id] = list(sources)
    for source in sources:
        outgoing[source].append(id)
    if task.release:
        _add_releases(network, task, plan)


def _provided(task: Task, plan: Plan) -> dict[str, tuple[str, ...]]:
    provided: dict[str, list[str]] = {}
    for thing, other in providers(task, plan):
        provided.setdefault(other.id, []).append(thing)
    return {source: tuple(things) for source, things in provided.items()}


def _add_releases(network: Network, task: Task, plan: Plan) -> None:
    """The releases that the planner pinned."""
    for train in task.ships_on:
        for release in plan.releases.get(train, ()):
            if release.id in task.release:
                network.add(release.id, "release")


def _has_own_date(dependency: Dependency, plan: Plan) -> bool:
    """Targets with a written date of their own enter the network when somebody refers to them."""
    if dependency.kind == "ends":
        return plan.initiatives[dependency.target.rsplit("/", 1)[0]].status not in UNSCHEDULED
    return dependency.kind in ("release", "cut-off")
