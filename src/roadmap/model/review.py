"""The `reviews` section: meetings in which teams that depend on each other stay in touch."""

import datetime as dt

from pydantic import Field

from roadmap.model.names import FormerIds, TeamId
from roadmap.model.noun import Noun
from roadmap.model.values.dates import FirstDay, LastDay
from roadmap.model.values.every import Every
from roadmap.model.values.numbers import Length, TimeOfDay


class Review(Noun):
    called = "A review"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    every: Every | None = Field(None, description="every month on the first wed")
    at: TimeOfDay | None = Field(None, description="Time of day in the workspace's time zone")
    for_: Length | None = Field(None, description="How long: 45m, 1h")
    from_: FirstDay | None = Field(None, description="First day")
    until: LastDay | None = Field(None, description="Last day")
    skip: tuple[dt.date, ...] = Field((), description="Days on which it does not take place")
    teams: tuple[TeamId, ...] = Field((), description="Who meets")
    conference: str | None = Field(None, description="Where to dial in")
    subjects: tuple[str, ...] = Field((), description="What is on the agenda besides open findings")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
