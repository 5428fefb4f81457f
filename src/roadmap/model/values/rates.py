"""Contacts per period: `2 per week`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from roadmap.model.values.value import Value


@dataclass(frozen=True, slots=True)
class Rate(Value):
    amount: float
    period: Literal["day", "week", "month"]

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^\d+(\.\d+)? per (day|week|month)$",
    }

    @property
    def per_week(self) -> float:
        return self.amount * {"day": 7.0, "week": 1.0, "month": 12 / 52}[self.period]
