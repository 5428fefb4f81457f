"""The whole plan: what all files together say, with references resolved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from roadmap.model.barring import Barring
from roadmap.model.blackout import Blackout
from roadmap.model.calendar import Calendar
from roadmap.model.initiative import Campaign, Initiative, Project
from roadmap.model.registers import Audience, Channel, DataSet, Objective, Technology, Term
from roadmap.model.release import Release
from roadmap.model.review import Review
from roadmap.model.scenario import Scenario
from roadmap.model.service import Service
from roadmap.model.settings import Settings
from roadmap.model.task import Task
from roadmap.model.team import Team
from roadmap.model.train import Train
from roadmap.model.values.links import Dependency
from roadmap.model.workdays import Workdays


@dataclass(frozen=True)
class Plan:
    """All mappings are in sorted order of their ids, so that the order of files and keys changes nothing.

    ``dependencies``: task id to its resolved links, in the order written (unresolved ones are faults and left out).
    ``after``: initiative id to the task whose result it waits for (`after-result`), resolved.
    ``releases``: train id to its releases by date, skipped ones included. ``running``: those of the trains that are
    known to run on certain days; where a fault hides that, what ships counts as available when it is finished.
    ``workdays``: team id to its working days (less blackouts that bar its work); ``None`` is the workspace's default.
    ``calendar_days``: calendar id to its working days, without blackouts.
    ``doubtful``: ids of tasks in which something could not be read.
    ``files``: the files that were read; ``unread``: those that could not be.
    """

    settings: Settings
    calendars: dict[str, Calendar]
    teams: dict[str, Team]
    services: dict[str, Service]
    trains: dict[str, Train]
    blackouts: dict[str, Blackout]
    campaigns: dict[str, Campaign]
    projects: dict[str, Project]
    objectives: dict[str, Objective]
    channels: dict[str, Channel]
    audiences: dict[str, Audience]
    technologies: dict[str, Technology]
    data: dict[str, DataSet]
    glossary: dict[str, Term]
    reviews: dict[str, Review]
    scenarios: dict[str, Scenario]

    initiatives: dict[str, Initiative]
    tasks: dict[str, Task]
    dependencies: dict[str, tuple[Dependency, ...]]
    after: dict[str, Dependency]
    releases: dict[str, tuple[Release, ...]]
    running: frozenset[str]
    workdays: dict[str | None, Workdays]
    calendar_days: dict[str, Workdays]
    doubtful: frozenset[str]
    files: tuple[str, ...]
    unread: tuple[str, ...]

    @cached_property
    def barring_work(self) -> Barring:
        """The blackouts that bar work, made when first asked for."""
        return Barring(self.blackouts.values(), "work")
