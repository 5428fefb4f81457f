"""Cut-offs as written (`3d`, `7ed`, a date, `{at: 30d, until: 7d}`) and the load of a release (`12`, `40pd`)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.durations import Duration
from roadmap.model.values.value import Value


@dataclass(frozen=True, slots=True)
class CutOff(Value):
    """``at``: before the release, or a date. ``until``: when a freeze thaws (left out: with the release)."""

    at: Duration | dt.date
    until: Duration | dt.date | None = None

    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"at": {"type": "string"}, "until": {"type": "string"}},
                "required": ["at"],
                "additionalProperties": False,
            },
        ]
    }


@dataclass(frozen=True, slots=True)
class Load(Value):
    """What a release holds: ``amount`` of tasks, or of person-days."""

    amount: float
    unit: str  # "tasks" | "pd"

    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+(\.\d+)?(pd)?$"}]
    }
