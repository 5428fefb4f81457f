"""The `trains` section: release trains as written. Their releases are worked out in releases.py."""

import datetime as dt
from typing import Literal

from pydantic import Field

from roadmap.model.names import FormerIds, FormerNames, Id, ReleaseName, TeamId, TechnologyId
from roadmap.model.noun import Noun
from roadmap.model.values.cutoffs import CutOff, Load
from roadmap.model.values.dates import FirstDay, LastDay
from roadmap.model.values.every import Every
from roadmap.model.values.numbers import TimeOfDay


class WrittenRelease(Noun):
    called = "A release"

    slot: FirstDay | None = Field(None, description="The slot that this is about")
    date: FirstDay | None = Field(None, description="The day of the release; left out: the slot")
    name: ReleaseName | None = Field(None, description="What people call it")
    cut_offs: dict[Id, CutOff] = Field({}, description="Cut-offs that differ in this release")
    milestones: dict[Id, CutOff] = Field({}, description="Milestones that differ in this release")
    capacity: Load | None = Field(None, description="At most so many tasks (4) or so much effort (40pd)")
    at: TimeOfDay | None = Field(None, description="Time of day, shown only")
    skip: bool = Field(False, description="True: does not take place")
    because: str | None = Field(None, description="Why it differs")
    url: str | None = Field(None, description="More about the release")
    was: FormerNames = ()


class Train(Noun):
    called = "A train"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    team: TeamId | None = Field(None, description="The team that runs it; its calendar counts")
    systems: tuple[TechnologyId, ...] = Field((), description="Systems that it releases")
    every: Every | None = Field(None, description="Slots: every 2 weeks on tue")
    from_: FirstDay | None = Field(None, description="First day of the slots")
    until: LastDay | None = Field(None, description="Last day of the slots; left out: the horizon")
    on_closed_day: Literal["next", "previous", "skip"] = Field("next", description="Where a slot on a closed day goes")
    cut_offs: dict[Id, CutOff] = Field({}, description="Counted back from the day of the release (day 0)")
    request_gate: str | None = Field(None, description="Cut-off by which work must be requested and accepted")
    gate: str | None = Field(None, description="Cut-off by which work must be finished; left out: the last")
    milestones: dict[Id, CutOff] = Field({}, description="Days to show, counted back from the release")
    capacity: Load | None = Field(None, description="At most so many tasks (12) or so much effort (40pd) a release")
    skip: tuple[dt.date, ...] = Field((), description="Slots that do not take place")
    releases: tuple[WrittenRelease, ...] = Field((), description="Releases by hand, and changes to slots")
    url: str | None = Field(None, description="More about the train")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
