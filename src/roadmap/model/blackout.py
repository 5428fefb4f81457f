"""The `blackouts` section."""

from typing import Literal

from pydantic import Field

from roadmap.model.names import FormerIds, Whom
from roadmap.model.noun import Noun
from roadmap.model.values.dates import Span

Barred = Literal["releases", "launches", "work"]


class Blackout(Noun):
    called = "A blackout"

    id: str = Field("", exclude=True)
    title: str | None = Field(None, description="Name for people")
    days: Span | None = Field(None, description="From..to, both inclusive")
    bars: tuple[Barred, ...] = Field(("releases",), description="What must not happen: releases, launches, work")
    for_: tuple[Whom, ...] = Field(
        (), description="Whom it concerns: train:web, team:web, function:it, campaign:x; left out: everyone"
    )
    because: str | None = Field(None, description="Why")
    was: FormerIds = ()
