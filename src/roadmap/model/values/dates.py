"""Dates, coarse dates and spans of days. Anchored dates are resolved while the plan is built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import WithJsonSchema

from roadmap.model.values.value import Value

Side = Literal["first", "last"]
"""Which day a coarse date means: the first where a beginning is asked, the last where an end is asked."""

_SCHEMA = WithJsonSchema(
    {
        "type": "string",
        "description": "2027-03-15, coarse (2027-W11, 2027-03, 2027-Q1, 2027) or anchored (launch -10d, web@27.6/code -2d)",
    }
)

FirstDay = Annotated[dt.date, "first", _SCHEMA]
LastDay = Annotated[dt.date, "last", _SCHEMA]


@dataclass(frozen=True, slots=True, order=True)
class Span(Value):
    """Days from ``first`` to ``last``, both inclusive."""

    first: dt.date
    last: dt.date

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "2026-12-24..2027-01-01, both ends inclusive, or one date",
    }
