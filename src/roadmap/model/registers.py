"""The registers: objectives, channels, audiences, technologies, data sets and the glossary."""

from typing import Literal

from pydantic import Field

from roadmap.model.names import FormerIds, ObjectiveId, Payer, TeamId, TechnologyId
from roadmap.model.noun import Noun
from roadmap.model.values.dates import LastDay
from roadmap.model.values.rates import Rate


class Objective(Noun):
    called = "An objective"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    team: TeamId | None = Field(None, description="The team whose objective it is")
    measure: str | None = Field(None, description="How success is told")
    conflicts_with: tuple[ObjectiveId, ...] = Field((), description="Objectives that pull the other way")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()


class Channel(Noun):
    called = "A channel"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    team: TeamId | None = Field(None, description="The team that runs it")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()


class Audience(Noun):
    called = "An audience"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    contacts: Rate | None = Field(None, description="At most so many contacts: 3 per week")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()


class Technology(Noun):
    called = "A technology"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    status: Literal["adopted", "trial", "hold", "refused"] | None = Field(None, description="In the register")
    team: TeamId | None = Field(None, description="The team that runs it")
    standard: str | None = Field(None, description="The standard that it meets")
    until: LastDay | None = Field(None, description="The day on which it ends")
    connects: tuple[TechnologyId, ...] = Field((), description="Systems that it must be connected to")
    funded_by: Payer | None = Field(None, description="Team or function that pays")
    decided_by: TeamId | None = Field(None, description="Team that decides about it")
    url: str | None = Field(None, description="More about it")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()


class DataSet(Noun):
    called = "A data set"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    golden_record: tuple[TechnologyId, ...] = Field((), description="The one system whose values count")
    steward: TeamId | None = Field(None, description="The team that answers for it")
    personal: bool = Field(False, description="True: about people")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()


class Term(Noun):
    called = "A term of the glossary"

    id: str = Field("", exclude=True)
    means: str | None = Field(None, description="The full words")
    marketing: str | None = Field(None, description="How marketing reads it")
    it: str | None = Field(None, description="How IT reads it")
