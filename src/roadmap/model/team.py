"""The `teams` section."""

from pydantic import Field

from roadmap.model.names import CalendarId, FormerIds, Function
from roadmap.model.noun import Noun
from roadmap.model.values.dates import Span
from roadmap.model.values.durations import WorkingTime
from roadmap.model.values.money import Money
from roadmap.model.values.numbers import Number
from roadmap.model.values.people import Person


class Away(Noun):
    called = "An absence"

    people: Number | None = Field(None, description="That many fewer; left out: nobody is there")
    because: str | None = Field(None, description="Why")


class Team(Noun):
    called = "A team"

    id: str = Field("", exclude=True)
    name: str | None = Field(None, description="Name for people")
    function: Function = Field("other", description="The side of the house that the team belongs to")
    lead: Person | None = Field(None, description="Who leads the team")
    calendar: CalendarId | None = Field(None, description="Calendar of the team; left out: the workspace's")
    people: Number | None = Field(None, description="How many can work at once; left out: not limited")
    away: dict[Span, Away] = Field({}, description="Days with fewer people")
    notice: WorkingTime | None = Field(None, description="Working days of notice for requests without a service")
    external: bool = Field(False, description="True for agencies and vendors")
    budget: Money | None = Field(None, description="What the team may spend")
    url: str | None = Field(None, description="More about the team")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
