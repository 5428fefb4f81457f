"""Contacts per period: `2 per week`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from roadmap.model.values.value import Problem, Value, quoted

_RATE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?) per (day|week|month)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate(Value):
    amount: float
    period: Literal["day", "week", "month"]

    called: ClassVar[str] = "a rate such as 2 per week"
    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^\d{1,6}(\.\d{1,3})? per (day|week|month)$",
    }

    @property
    def per_week(self) -> float:
        return self.amount * {"day": 7.0, "week": 1.0, "month": 12 / 52}[self.period]

    @classmethod
    def parse(cls, text: str) -> Rate | Problem:
        match = _RATE.fullmatch(text)
        if not match:
            return Problem("bad-value", f"{quoted(text)} is not a rate: write e.g. 2 per week (day, week or month)")
        return cls(float(match[1]), match[2])  # type: ignore[arg-type]
