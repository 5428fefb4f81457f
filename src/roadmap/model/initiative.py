"""The `campaigns` and `projects` sections: both are initiatives and share one id space."""

import datetime as dt
from functools import cached_property
from typing import Literal

from pydantic import Field

from roadmap.model.names import (
    AudienceId,
    CalendarId,
    ChannelId,
    FormerIds,
    Id,
    InitiativeId,
    ObjectiveId,
    Payer,
    TeamId,
    TemplateId,
)
from roadmap.model.noun import Noun
from roadmap.model.task import Task
from roadmap.model.values.dates import FirstDay, LastDay
from roadmap.model.values.money import Money
from roadmap.model.values.numbers import Share, TimeOfDay
from roadmap.model.values.people import Person
from roadmap.model.values.rates import Rate
from roadmap.source.nodes import MappingNode


class Launch(Noun):
    """A launch as written: a date, or a mapping with more."""

    called = "A launch"
    shorthand = "date"

    market: str | None = Field(None, exclude=True)
    date: FirstDay = Field(description="The day of the launch")
    firm: bool = Field(True, description="False: a wish, not a promise")
    at: TimeOfDay | None = Field(None, description="Time of day, shown, never scheduled")
    calendar: CalendarId | None = Field(None, description="Calendar of the market")
    launched: dt.date | None = Field(None, description="The day this launch really was")


class Decides(Noun):
    """Swim lanes: which team decides what."""

    called = "`decides`"

    strategy: TeamId | None = Field(None, description="The team that decides strategy")
    budget: TeamId | None = Field(None, description="The team that decides the budget")
    data: TeamId | None = Field(None, description="The team that decides about data")


class Budget(Noun):
    called = "A budget"

    total: Money | None = Field(None, description="120000 EUR")
    split: dict[Payer, Share] = Field({}, description="Share of each payer: {function:marketing: 70%, team:web: 30%}")
    spent: Money | None = Field(None, description="Spent so far")


class Initiative(Noun):
    """What campaigns and projects share."""

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    use: tuple[TemplateId, ...] = Field((), description="Templates whose tasks are merged in")
    team: TeamId | None = Field(None, description="The team that leads it")
    owner: tuple[Person, ...] = Field((), description="The one accountable person")
    status: Literal["idea", "planned", "live", "paused", "done", "cancelled"] = Field(
        "planned", description="Where it stands"
    )
    part_of: str | None = Field(None, description="Programme: an optional grouping")
    supports: tuple[ObjectiveId, ...] = Field((), description="Objectives")
    horizon: Literal["tactical", "strategic"] | None = Field(None, description="How far it reaches")
    stage: Literal["pilot", "full"] | None = Field(None, description="Pilot, or full roll-out")
    scales: InitiativeId | None = Field(None, description="The pilot that this rolls out")
    after_result: str | None = Field(None, description="The task whose result the roll-out waits for")
    decides: Decides | None = Field(None, description="Swim lanes: which team decides what")
    budget: Budget | None = Field(None, description="Total and who pays")
    first_shared: FirstDay | None = Field(None, description="When the other function first saw this plan")
    told: dict[TeamId, dt.date] = Field({}, description="Who was told of the present dates, and when")
    tags: tuple[str, ...] = Field((), description="Free words to filter by")
    url: str | None = Field(None, description="More about it")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
    tasks: dict[Id, Task] = Field({}, description="Its tasks, by name")

    @property
    def launch_ids(self) -> dict[str, str]:
        """Market to the id of its launch; the market is ``""`` where there is but one. Only a campaign has any."""
        return {}

    @cached_property
    def producers(self) -> dict[str, list[Task]]:
        """Thing to the tasks that produce it for others, less those that are dropped; made when first asked for."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks.values():
            if task.provides and task.status != "dropped":
                for thing in dict.fromkeys(task.provides):
                    found.setdefault(thing, []).append(task)
        return found


class Campaign(Initiative):
    """``launches`` holds every launch by market; a campaign in one market has the key ``""``."""

    called = "A campaign"

    launch: Launch | None = Field(None, description="The launch: a hard date, or {date, firm: false} for a wish")
    launches: dict[Id, Launch] = Field({}, description="One launch for each market, instead of `launch`")
    launched: dt.date | None = Field(None, description="The day it really was")
    ends: LastDay | None = Field(None, description="Live from launch to here")
    channels: tuple[ChannelId, ...] = Field((), description="Channels that it uses")
    audience: tuple[AudienceId, ...] = Field((), description="Audiences that it speaks to")
    contacts: Rate | None = Field(None, description="How often each of the audience is contacted: 2 per week")

    @cached_property
    def launch_ids(self) -> dict[str, str]:
        return {market: f"{self.id}@{market}" if market else self.id for market in self.launches}

    def wrote_launch(self, market: str) -> bool:
        """Whether the planner wrote a launch for this market, and be it one that cannot be read."""
        written = self.node.values.get("launches")
        return self.wrote("launches") and (not isinstance(written, MappingNode) or market in written.values)


class Project(Initiative):
    called = "A project"

    deadline: LastDay | None = Field(None, description="All its work is available on or before")
