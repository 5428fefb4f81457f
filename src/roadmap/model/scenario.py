"""The `scenarios` section: sets of changes to field values."""

from typing import Any

from pydantic import Field

from roadmap.model.names import FormerIds
from roadmap.model.noun import Noun


class Scenario(Noun):
    called = "A scenario"

    id: str = Field("", exclude=True)
    because: str | None = Field(None, description="What this supposes")
    change: dict[str, dict[str, Any]] = Field({}, description="Reference to changed fields, as they would be written")
    was: FormerIds = ()
