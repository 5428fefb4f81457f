"""The `templates` section: standard lists of tasks, written once."""

from pydantic import Field

from roadmap.model.names import FormerIds, Id
from roadmap.model.noun import Noun
from roadmap.model.task import Task


class Template(Noun):
    called = "A template"

    title: str | None = Field(None, description="Name for people")
    notes: str | None = Field(None, description="Anything else")
    tasks: dict[Id, Task] = Field({}, description="Its tasks, by name")
    was: FormerIds = ()
