"""Amounts of money: `120000 EUR`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from roadmap.model.values.value import Problem, Value, quoted

_MONEY = re.compile(r"(\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})", re.ASCII)
_NEAR = re.compile(r"(\d{1,3}(?:[ ,_']\d{3})+|\d{1,15})(\.\d{1,4})?\s*([A-Za-z]{3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money(Value):
    amount: Decimal
    currency: str

    called: ClassVar[str] = "an amount such as 120000 EUR"
    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^\d{1,15}(\.\d{1,4})? [A-Z]{3}$"}

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @classmethod
    def parse(cls, text: str) -> Money | Problem:
        match = _MONEY.fullmatch(text)
        if match:
            return cls(Decimal(match[1]), match[2])
        near = _NEAR.fullmatch(text) if len(text) < 60 else None
        return Problem(
            "bad-value",
            f"{quoted(text)} is not an amount of money: write amount and ISO 4217 code, e.g. 120000 EUR",
            f"{re.sub(r'[^0-9]', '', near[1])}{near[2] or ''} {near[3].upper()}" if near else None,
        )
