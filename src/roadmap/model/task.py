"""Tasks, the requests in them, and what they say about data and roadblocks."""

import datetime as dt
from typing import Literal

from pydantic import Field

from roadmap.model.names import DataId, FormerIds, PersonOrTeam, ServiceId, TeamId, TechnologyId, TrainId
from roadmap.model.noun import Noun
from roadmap.model.values.dates import FirstDay, LastDay
from roadmap.model.values.durations import Duration, Effort, Estimate
from roadmap.model.values.links import Link
from roadmap.model.values.numbers import Positive
from roadmap.model.values.people import Person


class Request(Noun):
    """What was asked of the doing team, and what it answered."""

    called = "A request"

    asked: FirstDay | None = Field(None, description="The day it was asked")
    given: dict[str, dt.date] = Field({}, description="When each thing the service needs was given")
    answer: Literal["open", "accepted", "declined"] = Field("open", description="Of the doing team")
    answered: FirstDay | None = Field(None, description="The day of the answer")
    promised: LastDay | None = Field(None, description="The day on which the doing team has committed to have it")
    because: str | None = Field(None, description="Why declined")
    offered: LastDay | None = Field(None, description="The day offered instead")


class Collection(Noun):
    called = "An entry of `collects`"

    data: DataId = Field(description="The data set")
    how: str | None = Field(None, description="How it is collected")
    stored_in: TechnologyId | None = Field(None, description="Where it is stored")
    privacy: Literal["approved", "pending", "none"] | None = Field(None, description="State of the privacy review")


class Roadblock(Noun):
    called = "A roadblock"

    what: str = Field(description="What is in the way")
    raised: FirstDay | None = Field(None, description="The day it was raised")
    owner: Person | None = Field(None, description="Who clears it")
    due: LastDay | None = Field(None, description="By when")
    resolved: FirstDay | None = Field(None, description="The day it was cleared")
    how: str | None = Field(None, description="How it was cleared")


class Task(Noun):
    """One task. ``id`` is `initiative/name`. ``team``, ``duration``, ``effort`` and ``notice`` are the
    effective values: what is written here, else the service's, else (team) the initiative's, or (notice) the
    doing team's where another team asks. ``answer`` in the doing team's file is merged into ``request``.
    ``status`` is what is written, or else what the real days say.
    """

    called = "A task"
    reserved = frozenset({"repeats", "pauses"})

    id: str = Field("", exclude=True)
    name: str = Field("", exclude=True)
    initiative: str = Field("", exclude=True)
    notice: Duration | None = Field(None, exclude=True)

    title: str | None = Field(None, description="Name for people")
    team: TeamId | None = Field(None, description="Who does it; left out: the service's team, else the initiative's")
    with_: dict[TeamId, Positive] = Field({}, description="People of other teams needed at the same time")
    service: ServiceId | None = Field(
        None, description="The service that is asked for: gives team, notice and estimate"
    )
    owner: tuple[Person, ...] = Field((), description="The one accountable person")
    responsible: tuple[PersonOrTeam, ...] = Field((), description="Who does the work: people or teams")
    consulted: tuple[PersonOrTeam, ...] = Field((), description="Who is asked: people or teams")
    informed: tuple[PersonOrTeam, ...] = Field((), description="Who is told: people or teams")
    duration: Estimate | None = Field(None, description="5d, 2w, 14ed, or an estimate 3d..5d..10d")
    effort: Effort | None = Field(None, description="Person-days: 12pd; duration is effort / people")
    people: Positive | None = Field(None, description="How many work on it (default 1)")
    needs: tuple[Link, ...] = Field((), description="What is waited for: links")
    not_before: FirstDay | None = Field(None, description="Starts on this day or later")
    deadline: LastDay | None = Field(None, description="Finished, or for shipped work available, on or before")
    start: FirstDay | None = Field(None, description="Planned first day, pinned and checked")
    finish: LastDay | None = Field(None, description="Planned last day, pinned and checked")
    ships_on: tuple[TrainId, ...] = Field((), description="Trains that bring it to users; a list means all of them")
    release: tuple[str, ...] = Field((), description="Pinned release of ships-on: web@27.6")
    gate: str | None = Field(None, description="Cut-off by which it must be finished, where not the train's")
    request: Request | None = Field(None, description="What was asked of the doing team, and its answer")
    priority: Literal["must", "should", "could"] = Field(
        "must", description="The launch can go ahead without should and could"
    )
    for_: tuple[str, ...] = Field((), description="Only these markets' launches")
    status: Literal["planned", "doing", "done", "dropped"] = Field(
        "planned", description="Where it stands; left out: done with `finished`, doing with `started` or `remaining`"
    )
    started: FirstDay | None = Field(None, description="The day it really started")
    finished: LastDay | None = Field(None, description="The day it was really finished")
    remaining: Duration | None = Field(None, description="Working days still to do, from today")
    after_launch: bool = Field(False, description="Follows the launch instead of preceding it")
    alap: bool = Field(False, description="As late as possible without moving a successor")
    exclusive: tuple[str, ...] = Field((), description="Named things that only one task can use at a time")
    provides: tuple[str, ...] = Field((), description="What it produces for others")
    uses: tuple[TechnologyId, ...] = Field((), description="Technologies that it uses")
    connects: tuple[TechnologyId, ...] = Field((), description="Systems that it integrates")
    reviews_data: tuple[DataId, ...] = Field((), description="Data sets whose privacy it reviews")
    collects: tuple[Collection, ...] = Field((), description="Data that it collects: how, where, with which review")
    roadblocks: tuple[Roadblock, ...] = Field((), description="What is in the way")
    tags: tuple[str, ...] = Field((), description="Free words to filter by")
    url: str | None = Field(None, description="More about it")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
