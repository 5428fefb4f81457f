"""Amounts of money: `120000 EUR`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from roadmap.model.values.value import Problem, Value, quoted

_PATTERN = r"\d{1,15}(\.\d{1,2})? [A-Z]{3}|\d{1,15}\.\d{3} (BHD|IQD|JOD|KWD|LYD|OMR|TND)"
"""Three digits behind a dot are thousandths of a dinar, or else thousands, as some countries write them."""
_MONEY = re.compile(_PATTERN, re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+ [A-Z]{3}", re.ASCII)
_NEAR = re.compile(r"(\d{1,3}(?:[ ,_']\d{3})+|\d{1,15})(\.\d{1,2})?\s*([A-Za-z]{3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money(Value):
    amount: Decimal
    currency: str

    called: ClassVar[str] = "an amount such as 120000 EUR"
    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": f"^({_PATTERN})$"}

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @classmethod
    def parse(cls, text: str) -> Money | Problem:
        if _MONEY.fullmatch(text):
            amount, _, currency = text.partition(" ")
            return cls(Decimal(amount), currency)
        if _THOUSANDS.fullmatch(text):
            return Problem(
                "bad-value", f"{quoted(text)} may mean thousands: write {text.replace('.', '')}, or two decimals"
            )
        near = _NEAR.fullmatch(text) if len(text) < 60 else None
        return Problem(
            "bad-value",
            f"{quoted(text)} is not an amount of money: write amount and ISO 4217 code, e.g. 120000 EUR",
            f"{re.sub(r'[^0-9]', '', near[1])}{near[2] or ''} {near[3].upper()}" if near else None,
        )
