"""The `services` section: what a team does for others, and how much notice it needs."""

from pydantic import Field

from roadmap.model.names import FormerIds, TeamId
from roadmap.model.noun import Noun
from roadmap.model.values.durations import Effort, Estimate, WorkingTime


class Service(Noun):
    called = "A service"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    team: TeamId | None = Field(None, description="The team that does it")
    notice: WorkingTime | None = Field(
        None, description="Working days from the complete request (that day counts) to the start of work"
    )
    duration: Estimate | None = Field(None, description="Default estimate of a task that asks for it")
    effort: Effort | None = Field(None, description="Default effort of a task that asks for it")
    needs_from_asker: tuple[str, ...] = Field((), description="What makes a request complete")
    source: str | None = Field(None, description="Where this is agreed")
    url: str | None = Field(None, description="More about the service")
    notes: str | None = Field(None, description="Anything else")
    was: FormerIds = ()
