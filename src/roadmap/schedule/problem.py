"""A plan compiled to integers: what the passes need, and nothing else."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from roadmap.model.initiative import Campaign, Launch
from roadmap.model.workdays import Workdays
from roadmap.network import Network
from roadmap.schedule.links import FS, TYPES, Arc
from roadmap.schedule.trains import Timetable
from roadmap.schedule.work import Floor, Work, is_plain, length_of, notice_days, work_of

if TYPE_CHECKING:
    from roadmap.model.plan import Plan
    from roadmap.model.release import Release
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency

MUST, SHOULD, COULD = 0, 1, 2
RANKS = {"must": MUST, "should": SHOULD, "could": COULD}


class Need(NamedTuple):
    """A written day on which something must be available. ``label`` says which, for reading ("deadline pim/feed")."""

    boundary: int
    label: str


@dataclass(slots=True)
class Node:
    """One node of the network. ``work`` is ``None`` for all that is no task.

    ``fixed``: the boundary of a node with a date of its own (release, cut-off, end of a live window, a launch that
    took place). ``floor``: a launch is never scheduled before its written day. ``arcs``: links into this node.
    ``members``: indices of the tasks that a launch or an end waits for. ``needs``: written days by which it must be
    available. ``rank``: how much its launch needs it.
    """

    id: str
    kind: str
    calendar: Workdays
    work: Work | None = None
    fixed: int | None = None
    floor: int = 0
    at_end: bool = False  # a fixed node that is the end of its day, not the start
    arcs: tuple[Arc, ...] = ()
    members: tuple[int, ...] = ()
    needs: tuple[Need, ...] = ()
    rank: int = MUST
    launch: Launch | None = None
    initiative: str = ""


@dataclass(frozen=True)
class Problem:
    """``nodes`` in topological order; ``index``: node id to position. ``stuck``: ids that stand in a circle or behind
    one and have no dates. ``today``: the boundary of today; ``earliest``: nothing unstarted begins before it."""

    plan: Plan
    today: int
    earliest: int
    nodes: list[Node]
    index: dict[str, int]
    stuck: tuple[str, ...]


def compile_plan(plan: Plan, network: Network, today: dt.date) -> Problem:
    """Compile the network of a plan. Pure: the same plan and today give the same problem."""
    index, stuck = _topological(network)
    compiler = _Compiler(plan, network, today.toordinal(), index)
    # In the order of the plan: looking at its tasks in another takes longer, because they lie so in memory.
    nodes = {node: compiler.node(node, kind) for node, kind in network.kinds.items() if node in index}
    return Problem(plan, compiler.today, compiler.earliest, [nodes[node] for node in index], index, stuck)


def _topological(network: Network) -> tuple[dict[str, int], tuple[str, ...]]:
    """The nodes, each with its position, in Kahn's order, and what is left over: nodes in a circle or behind one."""
    outgoing = network.outgoing
    waiting = {node: len(sources) for node, sources in network.incoming.items()}
    ready = [node for node, degree in reversed(waiting.items()) if degree == 0]
    index: dict[str, int] = {}
    while ready:
        node = ready.pop()
        index[node] = len(index)
        for successor in outgoing[node]:
            waiting[successor] = left = waiting[successor] - 1
            if not left:
                ready.append(successor)
    return index, tuple(node for node, degree in waiting.items() if degree > 0)


class _Compiler:
    """Holds what compiling every node looks up."""

    def __init__(self, plan: Plan, network: Network, today: int, index: dict[str, int]) -> None:
        self.plan = plan
        self.network = network
        self.today = today
        self.earliest = max(today, plan.settings.starts.toordinal()) if plan.settings.starts else today
        self.index = index
        self.default = plan.workdays[None]
        self.releases: dict[str, Release] = {
            release.id: release for releases in plan.releases.values() for release in releases
        }
        self.deadlines = {project.id: project.deadline for project in plan.projects.values() if project.deadline}
        self.floor = Floor(self.earliest, "start" if self.earliest > today else "today")
        self.plain: dict[tuple[int, bool], Work] = {}
        self.timetables: dict[tuple[str, str | None], Timetable] = {}
        self.launches: dict[str, tuple[Campaign, Launch]] = {
            node: (campaign, campaign.launches[market])
            for campaign in plan.campaigns.values()
            for market, node in campaign.launch_ids.items()
        }

    def node(self, node: str, kind: str) -> Node:
        if kind == "task":
            return self.task(self.plan.tasks[node])
        if kind == "launch":
            return self.launch(node)
        if kind == "end":
            return self.end(node)
        if kind == "ends":
            campaign = self.plan.campaigns[node.rsplit("/", 1)[0]]
            assert campaign.ends is not None
            return Node(node, kind, self.days(campaign.team), fixed=campaign.ends.toordinal() + 1, at_end=True)
        if kind == "release":
            release = self.releases[node]
            return Node(node, kind, self.train_days(release.train), fixed=release.date.toordinal())
        name, cut_off = node.rsplit("/", 1)
        release = self.releases[name]
        boundary = release.cut_offs[cut_off].toordinal() + 1
        return Node(node, kind, self.train_days(release.train), fixed=boundary, at_end=True)

    def days(self, team: str | None) -> Workdays:
        return self.plan.workdays.get(team, self.default)

    def train_days(self, train: str) -> Workdays:
        return self.days(self.plan.trains[train].team)

    def task(self, task: Task) -> Node:
        calendar = self.days(task.team)
        work = self.work(task, calendar)
        return Node(
            task.id,
            "task",
            calendar,
            work,
            arcs=tuple(self.arcs(task, calendar)),
            needs=self.needs(task, 0 if work.trains else 1),  # what ships is available at the start of a day
            rank=RANKS[task.priority],
            initiative=task.initiative,
        )

    def work(self, task: Task, calendar: Workdays) -> Work:
        """What a task asks of time. Most tasks say no more than how long they take, and share it with all that take as
        long."""
        length, elapsed = length_of(task, calendar)
        if is_plain(task, self.plan):
            key = (length, elapsed)
            if key not in self.plain:
                self.plain[key] = Work(length, elapsed, (self.floor,))
            return self.plain[key]
        work = work_of(task, length, elapsed, self.plan, calendar, self.today, self.floor)
        if task.ships_on:
            work.trains = self.timetables_of(task)
            work.pinned_releases = self.pinned_releases(task)
        return work

    def arcs(self, task: Task, calendar: Workdays) -> list[Arc]:
        """The links into a task, written and implied, those from one source together."""
        index, network = self.index, self.network
        arcs = [arc_of(index[link.target], link, calendar) for link in network.links[task.id]]
        if task.id in network.followed or task.id in network.provided:
            arcs += [Arc(index[launch], FS, 0, False, False) for launch in network.followed.get(task.id, ())]
            days, elapsed = notice_days(task, calendar)
            arcs += [Arc(index[source], FS, days, elapsed, True, True) for source in network.provided.get(task.id, ())]
            rank = {index[source]: number for number, source in enumerate(network.incoming[task.id])}
            arcs.sort(key=lambda arc: rank[arc.source])
        return arcs

    def needs(self, task: Task, end_of_day: int) -> tuple[Need, ...]:
        needs: list[Need] = []
        deadline, request = task.deadline, task.request
        if deadline is not None:
            needs.append(Need(deadline.toordinal() + end_of_day, f"deadline {task.id}"))
        if request is not None and request.promised is not None:
            needs.append(Need(request.promised.toordinal() + end_of_day, f"promised {task.id}"))
        if task.initiative in self.deadlines:
            last = self.deadlines[task.initiative]
            needs.append(Need(last.toordinal() + end_of_day, f"deadline {task.initiative}"))
        return tuple(needs)

    def timetables_of(self, task: Task) -> tuple[Timetable, ...]:
        found: list[Timetable] = []
        for train in task.ships_on:
            if train in self.plan.running:
                key = (train, task.gate)
                if key not in self.timetables:
                    self.timetables[key] = Timetable(self.plan.releases[train], task.gate)
                found.append(self.timetables[key])
        return tuple(found)

    def pinned_releases(self, task: Task) -> tuple[int, ...]:
        """For each train that the task ships on: the day of the release that the planner pinned, or 0."""
        pinned = [self.releases[name] for name in task.release if name in self.releases]
        days = {release.train: release.date.toordinal() for release in pinned}
        return tuple(days.get(train, 0) for train in task.ships_on if train in self.plan.running)

    def launch(self, node: str) -> Node:
        campaign, launch = self.launches[node]
        calendar = self.plan.calendar_days.get(launch.calendar or "", self.days(campaign.team))
        launched = launch.launched or campaign.launched
        if launched is None and campaign.status in ("live", "done"):
            launched = launch.date
        written = launch.date.toordinal()
        return Node(
            node,
            "launch",
            calendar,
            fixed=launched.toordinal() if launched else None,
            floor=written,
            members=self.members(node),
            needs=() if launched else (Need(written, f"launch {node}"),),
            launch=launch,
            initiative=campaign.id,
        )

    def end(self, node: str) -> Node:
        initiative = self.plan.initiatives[node]
        return Node(node, "end", self.days(initiative.team), members=self.members(node), initiative=node)

    def members(self, node: str) -> tuple[int, ...]:
        return tuple(self.index[source] for source in self.network.incoming[node])


def arc_of(source: int, link: Dependency, calendar: Workdays) -> Arc:
    """A written link as an arc; fractions of a lag are rounded up to whole days."""
    lag = link.lag
    if not lag.amount:
        return Arc(source, TYPES[link.type], 0, False, link.work)
    return Arc(source, TYPES[link.type], math.ceil(lag.days(calendar.week_length)), lag.elapsed, link.work)
