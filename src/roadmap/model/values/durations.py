"""Durations (`5d`, `2w`, `14ed`, `2ew`), estimates (`3d..5d..10d`) and effort (`12pd`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from roadmap.model.values.value import Value

Unit = Literal["d", "w", "ed", "ew"]


@dataclass(frozen=True, slots=True)
class Duration(Value):
    """``amount`` of ``unit``: working days (d) and weeks (w), or elapsed ones (ed, ew). May be negative
    where it is a lag."""

    amount: float
    unit: Unit

    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?(d|w|ed|ew)$"}

    @property
    def elapsed(self) -> bool:
        return self.unit in ("ed", "ew")

    def days(self, week_length: int) -> float:
        """In days of its own kind; a working week has ``week_length`` days, an elapsed one 7."""
        if self.unit == "w":
            return self.amount * week_length
        return self.amount * 7 if self.unit == "ew" else self.amount


@dataclass(frozen=True, slots=True)
class Estimate(Value):
    """Three durations of one kind (all working or all elapsed). A plain duration is three times the same."""

    optimistic: Duration
    likely: Duration
    pessimistic: Duration

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^\d+(\.\d+)?(d|w|ed|ew)(\.\.\d+(\.\d+)?(d|w|ed|ew)){0,2}$",
    }

    @property
    def certain(self) -> bool:
        return self.optimistic == self.pessimistic

    @property
    def elapsed(self) -> bool:
        return self.likely.elapsed


@dataclass(frozen=True, slots=True)
class Effort(Value):
    """Person-days; like an estimate it may be a range (`8pd..12pd..20pd`)."""

    optimistic: float
    likely: float
    pessimistic: float

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^\d+(\.\d+)?pd(\.\.\d+(\.\d+)?pd){0,2}$",
    }
