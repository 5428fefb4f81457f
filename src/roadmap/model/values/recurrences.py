"""Recurrences: `every 2 weeks on tue`, `every month on the first wed`, or an RFC 5545 rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.value import Value


@dataclass(frozen=True, slots=True)
class Recurrence(Value):
    """``text`` as written; ``rule`` is its RFC 5545 form (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`)."""

    text: str
    rule: str

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "every 2 weeks on tue, every month on the first wed, or FREQ=…",
    }
