"""Amounts of money: `120000 EUR`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from roadmap.model.values.value import Value


@dataclass(frozen=True, slots=True)
class Money(Value):
    amount: Decimal
    currency: str

    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^\d+(\.\d+)? [A-Z]{3}$"}
