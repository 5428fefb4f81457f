"""Cut-offs as written (`3d`, `7ed`, a date, `{at: 30d, until: 7d}`) and the load of a release (`12`, `40pd`)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.dates import DATE_PATTERN, Anchored, last_day
from roadmap.model.values.durations import DURATION_PATTERN, Duration
from roadmap.model.values.value import Problem, Value, quoted

_LOAD = re.compile(r"(\d{1,6})|(\d{1,6}(?:\.\d{1,3})?)pd", re.ASCII)
_PATTERN = f"^({DURATION_PATTERN}|{DATE_PATTERN})$"


@dataclass(frozen=True, slots=True)
class CutOff(Value):
    """``at``: before the release, or a date. ``until``: when a freeze thaws (left out: with the release)."""

    at: Duration | dt.date
    until: Duration | dt.date | None = None

    called: ClassVar[str] = "a cut-off such as 3d"
    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string", "pattern": _PATTERN},
            {
                "type": "object",
                "properties": {
                    "at": {
                        "type": "string",
                        "pattern": _PATTERN,
                        "description": "When it begins: 30d before the release, or a date",
                    },
                    "until": {
                        "type": ["string", "null"],
                        "pattern": _PATTERN,
                        "description": "When a freeze thaws: 7d before the release, or a date",
                    },
                },
                "required": ["at"],
                "additionalProperties": False,
            },
        ]
    }

    @classmethod
    def parse_moment(cls, text: str) -> Duration | dt.date | Anchored | Problem:
        """How long before the release (`3d`, `7ed`), or a date."""
        before = Duration.parse(text)
        if isinstance(before, Duration):
            return before
        date = last_day(text)
        if isinstance(date, Problem) and not (len(text) > 4 and text[:4].isdigit()):
            return Problem(
                "bad-duration",
                f"{quoted(text)} is not a cut-off: write how long before the release (3d, 7ed), or a date",
                before.suggestion or (text[1:] if re.fullmatch(r"-\d+(d|w|ed|ew)", text) else None),
            )
        return date


@dataclass(frozen=True, slots=True)
class Load(Value):
    """What a release holds: ``amount`` of tasks, or of person-days."""

    amount: float
    unit: str  # "tasks" | "pd"

    called: ClassVar[str] = "a capacity such as 12 or 40pd"
    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+(\.\d+)?(pd)?$"}]
    }

    @classmethod
    def parse(cls, text: str) -> Load | Problem:
        match = _LOAD.fullmatch(text)
        if not match:
            return Problem(
                "bad-value", f"{quoted(text)} is not a capacity: write a number of tasks (12) or effort (40pd)"
            )
        return cls(float(match[1]), "tasks") if match[1] else cls(float(match[2]), "pd")
