"""The `calendars` section: which days are worked."""

from functools import cached_property

from pydantic import Field

from roadmap.model.covering import Covering
from roadmap.model.names import FormerIds, HolidaySet
from roadmap.model.noun import Noun
from roadmap.model.values.dates import Span
from roadmap.model.values.weeks import Week


class Calendar(Noun):
    called = "A calendar"

    id: str = Field("", exclude=True)
    week: Week = Field(default_factory=Week.standard, description="mon-fri, or mon,tue,thu")
    holidays: tuple[HolidaySet, ...] = Field((), description="ISO 3166 country or subdivision, or a list of them")
    closed: dict[Span, str] = Field({}, description="Days that are not worked, and why")
    open: dict[Span, str] = Field({}, description="Days that are worked all the same, and why")
    was: FormerIds = ()

    @cached_property
    def closing(self) -> Covering[str]:
        """Why days are closed, made when first asked for."""
        return Covering(self.closed.items())
