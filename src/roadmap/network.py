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

Edges point from what is waited for to what waits. Their attributes:

- ``links``: the written links of the pair, a tuple of ``Dependency`` (empty where the edge is only implied);
- ``provides``: names of things that a request waits for and that the other task produces (absent or a tuple);
- ``member``: true where a task belongs to a launch or an end, or follows its launch.

What is dropped, and what belongs to an initiative that is an idea, paused or cancelled, is not in the network, nor are
links from it: they are not bridged (DG checks report them).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from roadmap.model.initiative import Campaign

if TYPE_CHECKING:
    import networkx as nx

    from roadmap.model.initiative import Initiative
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency

Edge = dict[str, Any]
Edges = dict[tuple[str, str], Edge]


class Network:
    """``kinds``: node to its kind; ``edges``: (source, target) to the attributes of the edge; ``incoming`` and
    ``outgoing``: node to its neighbours and the edges between. All in a fixed order. ``graph`` is the same as a
    ``networkx.DiGraph`` (``kind`` is a node attribute), made when it is first asked for: importing networkx takes
    longer than scheduling a thousand tasks.
    """

    def __init__(self, kinds: dict[str, str], edges: Edges) -> None:
        self.kinds = kinds
        self.edges = edges
        self.incoming: dict[str, dict[str, Edge]] = {node: {} for node in kinds}
        self.outgoing: dict[str, dict[str, Edge]] = {node: {} for node in kinds}
        for (source, target), edge in edges.items():
            self.incoming[target][source] = edge
            self.outgoing[source][target] = edge

    def __contains__(self, node: object) -> bool:
        return node in self.kinds

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((node, {"kind": kind}) for node, kind in self.kinds.items())
        graph.add_edges_from((source, target, edge) for (source, target), edge in self.edges.items())
        return graph


UNSCHEDULED = frozenset({"idea", "paused", "cancelled"})


def is_scheduled(task: Task, plan: Plan) -> bool:
    """Whether a task is in the network."""
    return task.status != "dropped" and plan.initiatives[task.initiative].status not in UNSCHEDULED


def launch_nodes(campaign: Campaign) -> dict[str, str]:
    """Market to node; the market is ``""`` where there is but one."""
    return {market: f"{campaign.id}@{market}" if market else campaign.id for market in campaign.launches}


def goals(task: Task, initiative: Initiative) -> tuple[str, ...]:
    """The launches (or the end) that a task belongs to: it precedes them, or follows them if it is ``after-launch``."""
    if isinstance(initiative, Campaign) and initiative.launches:
        nodes = launch_nodes(initiative)
        wanted = [nodes[market] for market in task.for_ if market in nodes]
        return tuple(wanted or nodes.values())
    return (initiative.id,)


def providers(task: Task, plan: Plan) -> Iterator[tuple[str, Task]]:
    """(thing, task of the same initiative that produces it) for everything that the request still waits for."""
    if task.service is None or task.service not in plan.services or task.status != "planned":
        return
    if task.request is not None and task.request.answer == "accepted":
        return
    given = task.request.given if task.request is not None else {}
    for thing in plan.services[task.service].needs_from_asker:
        if thing not in given:
            for other in plan.initiatives[task.initiative].tasks.values():
                if thing in other.provides and other.id != task.id and is_scheduled(other, plan):
                    yield thing, other


def build(plan: Plan) -> Network:
    """The network of a plan, in a fixed order of nodes and edges."""
    tasks = [task for task in plan.tasks.values() if is_scheduled(task, plan)]
    nodes: dict[str, str] = {task.id: "task" for task in tasks}
    edges: Edges = {}
    for initiative in plan.initiatives.values():
        if initiative.status not in UNSCHEDULED:
            _add_goals(nodes, edges, initiative)
    for task in tasks:
        _add_links(nodes, edges, task, plan)
        for goal in goals(task, plan.initiatives[task.initiative]):
            follows = task.after_launch and nodes[goal] == "launch"
            _edge(edges, *((goal, task.id) if follows else (task.id, goal)))["member"] = True
        for thing, other in providers(task, plan):
            edge = _edge(edges, other.id, task.id)
            edge["provides"] = (*edge.get("provides", ()), thing)
    return Network(nodes, edges)


def _add_goals(nodes: dict[str, str], edges: Edges, initiative: Initiative) -> None:
    if not isinstance(initiative, Campaign) or not initiative.launches:
        nodes[initiative.id] = "end"
        return
    launches = launch_nodes(initiative).values()
    nodes.update(dict.fromkeys(launches, "launch"))
    if initiative.id not in nodes:
        nodes[initiative.id] = "end"
        for launch in launches:
            _edge(edges, launch, initiative.id)["member"] = True


def _add_links(nodes: dict[str, str], edges: Edges, task: Task, plan: Plan) -> None:
    for dependency in plan.dependencies.get(task.id, ()):
        target = dependency.target
        if target not in nodes:
            if not _has_own_date(dependency, plan):
                continue
            nodes[target] = dependency.kind
        edge = _edge(edges, target, task.id)
        edge["links"] = (*edge["links"], dependency)
    if task.release:
        for train in task.ships_on:
            for release in plan.releases.get(train, ()):
                if release.id in task.release:
                    nodes[release.id] = "release"


def _has_own_date(dependency: Dependency, plan: Plan) -> bool:
    """Targets with a written date of their own enter the network when somebody refers to them."""
    if dependency.kind == "ends":
        return plan.initiatives[dependency.target.rsplit("/", 1)[0]].status not in UNSCHEDULED
    return dependency.kind in ("release", "cut-off")


def _edge(edges: Edges, source: str, target: str) -> Edge:
    edge = edges.get((source, target))
    if edge is None:
        edge = edges[source, target] = {"links": ()}
    return edge
