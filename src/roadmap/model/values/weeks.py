"""The days of a normal week: `mon-fri`, `mon,tue,thu`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.value import Value

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Week(Value):
    """``days``: weekday numbers, Monday 0, sorted, at least one."""

    days: tuple[int, ...]

    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "description": "mon-fri, or mon,tue,thu"}

    @classmethod
    def standard(cls) -> Week:
        return cls((0, 1, 2, 3, 4))
