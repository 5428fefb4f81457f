"""The days of a normal week: `mon-fri`, `mon,tue,thu`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.value import Problem, Value, quoted

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = rf"({'|'.join(DAYS)})( *- *({'|'.join(DAYS)}))?"


@dataclass(frozen=True, slots=True)
class Week(Value):
    """``days``: weekday numbers, Monday 0, sorted, at least one."""

    days: tuple[int, ...]

    called: ClassVar[str] = "a week such as mon-fri"
    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": rf"^{_DAYS}( *, *{_DAYS})*$",
        "description": "mon-fri, or mon,tue,thu",
    }

    @classmethod
    def standard(cls) -> Week:
        return cls((0, 1, 2, 3, 4))

    @classmethod
    def parse(cls, text: str) -> Week | Problem:
        """Days and ranges of days between commas; a range may run over the weekend (`sun-thu`)."""
        days: set[int] = set()
        for part in text.split(",") if len(text) < 100 else [text]:
            first, dash, last = (name.strip() for name in part.partition("-"))
            if first not in DAYS or (dash and last not in DAYS):
                return Problem(
                    "bad-value",
                    f"{quoted(text)} is not a week: write days as mon-fri or mon,tue,thu",
                    text.lower() if text.lower() != text and isinstance(cls.parse(text.lower()), Week) else None,
                )
            start = DAYS.index(first)
            length = (DAYS.index(last) - start) % 7 + 1 if dash else 1
            days.update((start + step) % 7 for step in range(length))
        return cls(tuple(sorted(days)))
