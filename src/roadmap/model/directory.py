"""Finding what a reference means among everything that a plan names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmap.model.initiative import Campaign, Project
from roadmap.model.nearest import Nearest
from roadmap.model.references import Reference, parse_reference
from roadmap.model.release import Release
from roadmap.model.task import Task
from roadmap.model.train import Train
from roadmap.model.values.links import TargetKind
from roadmap.model.values.value import Problem, quoted
from roadmap.source.faults import FaultKind
from roadmap.source.nodes import Place

if TYPE_CHECKING:
    from roadmap.model.plan import Plan


class Target(NamedTuple):
    """What a reference means: a node of the network (see network.py)."""

    node: str
    kind: TargetKind


class Missing(NamedTuple):
    """Why a reference means nothing. ``near``: whole references that may be meant, each with where that is
    defined. ``reported``: what is referred to is written, but could not be read, which was reported there. ``advice``:
    what to do where nothing is near, if ``message`` does not say so and it is not to find the right name.
    """

    kind: FaultKind
    message: str
    near: tuple[tuple[str, Place | None], ...] = ()
    reported: bool = False
    advice: str = ""

    @property
    def remedy(self) -> str:
        """What to do where nothing is near; empty where ``message`` says it."""
        return self.advice or ("correct the name, or define it" if self.kind.startswith("unknown-") else "")


_CALLED = {"initiative": "campaign or project", "launch": "campaign", "release": "train", "cut-off": "train"}
"""What stands after these kinds is the id of something else."""


class Directory:
    """``releases``: train id to its releases, worked out when first asked for. ``doubtful``: what had faults
    when it was read (`train web`, `task spring-sale/copy`), so that something may be missing in it.
    """

    def __init__(
        self,
        tasks: Mapping[str, Task],
        campaigns: Mapping[str, Campaign],
        projects: Mapping[str, Project],
        trains: Mapping[str, Train],
        releases: Callable[[str], Sequence[Release]],
        nearest: Nearest,
        doubtful: Collection[str] = (),
    ) -> None:
        self.tasks = tasks
        self.campaigns = campaigns
        self.projects = projects
        self.trains = trains
        self.releases = releases
        self._nearest = nearest
        self._doubtful = doubtful
        initiatives, of_campaigns, of_trains = (campaigns, projects), (campaigns,), (trains,)
        self._of_kind: dict[str, tuple[Mapping[str, Campaign | Project | Train], ...]] = {
            "task": initiatives,
            "initiative": initiatives,
            "campaign": of_campaigns,
            "launch": of_campaigns,
            "project": (projects,),
            "train": of_trains,
            "release": of_trains,
            "cut-off": of_trains,
        }
        self._named: dict[str, dict[str, Release]] = {}
        self._homes: dict[str, list[str]] | None = None

    def find(self, text: str, home: str | None) -> Target | Missing:
        """What ``text`` means in the initiative ``home``."""
        if home is not None and f"{home}/{text}" in self.tasks:
            return Target(f"{home}/{text}", "task")
        if text in self.tasks:
            return Target(text, "task")
        if f"task {home}/{text}" in self._doubtful or f"task {text}" in self._doubtful:
            return Missing("unknown-task", f"{quoted(text)} could not be read", reported=True)
        reference = parse_reference(text)
        if isinstance(reference, Problem):
            return Missing(reference.kind, reference.message)
        if reference.kind is not None:
            wrong = self._wrong_kind(text, reference.kind, reference.head)
            if wrong is not None:
                return wrong
        if reference.at is not None:
            return self._at(reference)
        if reference.tail is not None:
            return self._within(reference, reference.tail)
        return self._bare(reference, home)

    def release(self, train: str, name: str) -> Release | Missing:
        """A release by its name, or else by its slot."""
        if train not in self._named:
            releases = self.releases(train)
            by_slot = {release.slot.isoformat(): release for release in reversed(releases)}
            by_name = {release.id.partition("@")[2]: release for release in reversed(releases)}
            self._named[train] = by_slot | by_name
        named = self._named[train]
        if name in named:
            return named[name]
        near = tuple((f"{train}@{close}", named[close].place) for close in self._nearest.of(name, named))
        message = f"The train {quoted(train)} has no release {quoted(name)}"
        return Missing("unknown-release", message, near, f"train {train}" in self._doubtful)

    def missing_campaign(self, name: str) -> Missing:
        """That no campaign has a name that should be one's."""
        near = tuple((close, self.campaigns[close].place) for close in self._nearest.of(name, self.campaigns))
        return Missing("unknown-initiative", f"No campaign is called {quoted(name)}", near)

    def _wrong_kind(self, text: str, kind: str, head: str) -> Missing | None:
        """That nothing of this kind has a date, or that nothing of it is called so."""
        sections = self._of_kind.get(kind)
        if sections is None:
            message = (
                f"{quoted(text)} has no date: write task:, campaign:, project: or train: before the name, or nothing"
            )
            return Missing("bad-link", message)
        if kind == "task" or any(head in nouns for nouns in sections):
            return None
        called = _CALLED.get(kind, kind)
        near = self._nearest.of(head, *sections)
        placed = tuple((f"{kind}:{close}{text[len(kind) + 1 + len(head) :]}", self._place_of(close)) for close in near)
        unknown: FaultKind = "unknown-train" if called == "train" else "unknown-initiative"
        return Missing(unknown, f"No {called} is called {quoted(head)}", placed)

    def _bare(self, reference: Reference, home: str | None) -> Target | Missing:
        kind, head = reference.kind, reference.head
        if kind == "task" and f"{home}/{head}" in self.tasks:
            return Target(f"{home}/{head}", "task")
        if kind in (None, "campaign", "project", "initiative", "launch"):
            if head in self.campaigns and kind != "project":
                return self._end_of(self.campaigns[head])
            if head in self.projects and kind != "campaign":
                return Target(head, "end")
        if kind is None and home is not None and home in self.campaigns:
            campaign = self.campaigns[home]
            if head == "launch" and campaign.launches:
                return self._end_of(campaign)
            if head == "ends":
                return self._ends(campaign)
        return self._missing_bare(reference, home)

    def _end_of(self, campaign: Campaign) -> Target:
        return Target(campaign.id, "launch" if "" in campaign.launches else "end")

    def _ends(self, campaign: Campaign) -> Target | Missing:
        if campaign.ends is None:
            message = f"The campaign {quoted(campaign.id)} has no `ends`"
            return Missing("unknown-task", message, (), campaign.wrote("ends"), "write its last day live")
        return Target(f"{campaign.id}/ends", "ends")

    def _within(self, reference: Reference, tail: str) -> Target | Missing:
        head = reference.head
        node = f"{head}/{tail}"
        if reference.kind in (None, "task", "campaign", "project", "initiative"):
            if node in self.tasks:
                return Target(node, "task")
            if tail == "ends" and head in self.campaigns:
                return self._ends(self.campaigns[head])
        if head not in self.campaigns and head not in self.projects:
            if head in self.trains:
                return self._which_release(head, f"/{tail}")
            near = [f"{close}/{tail}" for close in self._nearest.of(head, self.campaigns, self.projects)]
            tasks = tuple((text, self.tasks[text].place) for text in near if text in self.tasks)
            return Missing("unknown-initiative", f"No campaign or project is called {quoted(head)}", tasks)
        own = self._initiative(head).tasks
        placed = tuple((f"{head}/{close}", own[close].place) for close in self._nearest.of(tail, own))
        message = f"{quoted(head)} has no task {quoted(tail)}"
        return Missing("unknown-task", message, placed, reported=self._initiative(head).unclear("use"))

    def _at(self, reference: Reference) -> Target | Missing:
        kind, head, at, tail = reference
        assert at is not None
        as_train = head in self.trains and kind in (None, "train", "release", "cut-off")
        as_campaign = head in self.campaigns and kind in (None, "campaign", "launch", "initiative")
        if as_train and as_campaign:
            text = f"{head}@{at}"
            message = f"{quoted(text)} could be a release or a launch: write train:{text} or campaign:{text}"
            return Missing("ambiguous", message)
        if as_train:
            release = self.release(head, at)
            if isinstance(release, Missing):
                return self._with_tail(release, tail)
            return Target(release.id, "release") if tail is None else self._cut_off(release, tail)
        if as_campaign:
            return self._launch(self.campaigns[head], at, tail)
        if kind in ("campaign", "launch", "initiative") or (kind is None and head in self.projects):
            return Missing("unknown-market", f"{quoted(head)} is not a campaign with a launch in {quoted(at)}")
        suffix = f"@{at}" + (f"/{tail}" if tail else "")
        near = self._nearest.of(head, self.trains, self.campaigns)
        placed = tuple((close + suffix, self._place_of(close)) for close in near)
        return Missing("unknown-train", f"No train or campaign is called {quoted(head)}", placed)

    def _cut_off(self, release: Release, name: str) -> Target | Missing:
        if name in release.cut_offs:
            return Target(f"{release.id}/{name}", "cut-off")
        near = self._nearest.of(name, release.cut_offs)
        placed = tuple((f"{release.id}/{close}", release.place) for close in near)
        message = f"The release {quoted(release.id)} has no cut-off {quoted(name)}"
        return Missing("unknown-cut-off", message, placed, f"train {release.train}" in self._doubtful)

    def _launch(self, campaign: Campaign, market: str, tail: str | None) -> Target | Missing:
        if market in campaign.launches and tail is None:
            return Target(f"{campaign.id}@{market}", "launch")
        if tail is not None:
            return Missing("bad-link", f"A launch has nothing within it: write {campaign.id}@{market}")
        near = self._nearest.of(market, campaign.launches)
        placed = tuple((f"{campaign.id}@{close}", campaign.launches[close].place) for close in near)
        message = f"{quoted(campaign.id)} has no launch in {quoted(market)}"
        return Missing("unknown-market", message, placed, campaign.wrote_launch(market))

    def _with_tail(self, missing: Missing, tail: str | None) -> Missing:
        if tail is None:
            return missing
        return missing._replace(near=tuple((f"{text}/{tail}", place) for text, place in missing.near))

    def _missing_bare(self, reference: Reference, home: str | None) -> Missing:
        head = reference.head
        if head in self.trains:
            return self._which_release(head)
        near: tuple[tuple[str, Place | None], ...]
        elsewhere = self._homes_of(head)
        if elsewhere:
            near = tuple((node, self.tasks[node].place) for node in elsewhere[:2])
        else:
            own = self._initiative(home).tasks if home else {}
            others = () if reference.kind == "task" else (self.campaigns, self.projects)
            close = self._nearest.of(head, own, *others)
            near = tuple((name, own[name].place if name in own else self._place_of(name)) for name in close)
        if home is None:
            return Missing("unknown-initiative", f"No campaign or project is called {quoted(head)}", near)
        message = f"{quoted(home)} has no task {quoted(head)}"
        if reference.kind != "task":
            message += ", and no campaign or project is called so"
        return Missing("unknown-task", message, near, reported=self._initiative(home).unclear("use"))

    def _which_release(self, train: str, tail: str = "") -> Missing:
        message = f"{quoted(train + tail)} is {'of ' if tail else ''}a train"
        return Missing("unknown-release", message, advice=f"write which release, e.g. {train}@27.6{tail}")

    def _homes_of(self, name: str) -> list[str]:
        """The ids of all tasks with this name."""
        if self._homes is None:
            self._homes = {}
            for node, task in self.tasks.items():
                self._homes.setdefault(task.name, []).append(node)
        return self._homes.get(name, [])

    def _initiative(self, name: str) -> Campaign | Project:
        return self.campaigns[name] if name in self.campaigns else self.projects[name]

    def _place_of(self, name: str) -> Place | None:
        for section in (self.campaigns, self.projects, self.trains):
            if name in section:
                return section[name].place
        return None


def resolve_text(plan: Plan, text: str) -> Target | Missing:
    """What a reference means that stands in no initiative, as on the command line: the name of a task alone will do
    where only one has it.
    """
    directory = Directory(
        plan.tasks, plan.campaigns, plan.projects, plan.trains, lambda train: plan.releases.get(train, ()), Nearest()
    )
    found = directory.find(text, None)
    if not isinstance(found, Missing):
        return found
    alone = [name for name, task in plan.tasks.items() if task.name == text]
    if len(alone) == 1:
        return Target(alone[0], "task")
    if alone:
        places = tuple((name, plan.tasks[name].place) for name in alone)
        return Missing("ambiguous", f"{quoted(text)} is a task of {len(alone)} initiatives", places)
    return found
