"""Durations (`5d`, `2w`, `14ed`, `2ew`), estimates (`3d..5d..10d`) and effort (`12pd`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import WithJsonSchema

from roadmap.model.values.value import Problem, Value, quoted, remembered

Unit = Literal["d", "w", "ed", "ew"]

LONGEST = 36500
"""Days: a century. Longer durations are mistakes, and slow to count."""

DURATION_PATTERN = r"\d+(\.\d+)?(d|w|ed|ew)"
"""For editors: without a sign."""

_DURATION = re.compile(r"([+-]?)(\d+(?:\.\d+)?)(d|w|ed|ew)", re.ASCII)
_BETWEEN = re.compile(r"\s*\.\.\s*")
_EFFORT = re.compile(r"(\d+(?:\.\d+)?)pd", re.ASCII)
_WRITE = "write a number of working days (5d), weeks (2w), calendar days (14ed) or calendar weeks (2ew)"


def plain_number(amount: float) -> str:
    """``5`` for 5.0, ``0.5`` for 0.5."""
    return str(int(amount)) if amount == int(amount) else repr(amount)


@dataclass(frozen=True, slots=True)
class Duration(Value):
    """``amount`` of ``unit``: working days (d) and weeks (w), or elapsed ones (ed, ew). May be negative
    where it is a lag."""

    amount: float
    unit: Unit

    called: ClassVar[str] = "a duration such as 5d"
    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": rf"^{DURATION_PATTERN}$"}

    @property
    def elapsed(self) -> bool:
        return self.unit in ("ed", "ew")

    def days(self, week_length: int) -> float:
        """In days of its own kind; a working week has ``week_length`` days, an elapsed one 7."""
        if self.unit == "w":
            return self.amount * week_length
        return self.amount * 7 if self.unit == "ew" else self.amount

    def __str__(self) -> str:
        return f"{plain_number(self.amount)}{self.unit}"

    @classmethod
    @remembered
    def parse(cls, text: str) -> Duration | Problem:
        """A duration without a sign, as fields have it."""
        found = cls.parse_signed(text)
        if isinstance(found, Duration) and text[0] in "+-":
            return Problem(
                "bad-duration", f"{quoted(text)} has a sign: a duration has none", text[1:] if text[0] == "+" else None
            )
        return found

    @classmethod
    @remembered
    def parse_signed(cls, text: str) -> Duration | Problem:
        """A duration that may have a sign, as lags and offsets have it."""
        match = _DURATION.fullmatch(text)
        if not match:
            return _not_a_duration(text)
        sign, number, unit = match.groups()
        if len(number) > 12 or float(number) * (7 if unit in ("w", "ew") else 1) > LONGEST:
            return Problem("bad-duration", f"{quoted(text)} is too long: the longest duration is {LONGEST} days")
        amount = float(number)
        return cls(-amount if sign == "-" and amount else amount, unit)  # type: ignore[arg-type]


def _not_a_duration(text: str) -> Problem:
    near = re.sub(r"\s+", "", text.strip().lower()) if len(text) < 40 else ""
    near = re.sub(r"(\d)(?:workingdays?|days?)$", r"\1d", near)
    near = re.sub(r"(\d)(?:weeks?|wks?)$", r"\1w", near)
    suggestion = near if near != text and _DURATION.fullmatch(near) else None
    return Problem("bad-duration", f"{quoted(text)} is not a duration: {_WRITE}", suggestion)


@dataclass(frozen=True, slots=True)
class Estimate(Value):
    """Three durations of one kind (all working or all elapsed). A plain duration is three times the same."""

    optimistic: Duration
    likely: Duration
    pessimistic: Duration

    called: ClassVar[str] = "a duration such as 5d, or an estimate such as 3d..5d..10d"
    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": rf"^{DURATION_PATTERN}(\s*\.\.\s*{DURATION_PATTERN}){{0,2}}$",
    }

    @property
    def certain(self) -> bool:
        return self.optimistic == self.pessimistic

    @property
    def elapsed(self) -> bool:
        return self.likely.elapsed

    def __str__(self) -> str:
        if self.certain:
            return str(self.likely)
        return f"{self.optimistic}..{self.likely}..{self.pessimistic}"

    @classmethod
    @remembered
    def parse(cls, text: str) -> Estimate | Problem:
        parts = _BETWEEN.split(text) if len(text) < 100 else [text]
        if len(parts) > 3:
            return Problem(
                "bad-duration",
                f"{quoted(text)} has {len(parts)} values: an estimate is optimistic..likely..pessimistic (3d..5d..10d)",
            )
        points: list[Duration] = []
        for part in parts:
            point = Duration.parse(part)
            if isinstance(point, Problem):
                if len(parts) == 1:
                    return point
                return Problem(point.kind, f"In the estimate {quoted(text)}, {point.message}")
            points.append(point)
        if len(points) == 1:
            return cls(points[0], points[0], points[0])
        return cls._between(text, points)

    @classmethod
    def _between(cls, text: str, points: list[Duration]) -> Estimate | Problem:
        first, last = points[0], points[-1]
        if any(point.elapsed != first.elapsed for point in points):
            return Problem(
                "bad-duration",
                f"{quoted(text)} mixes working and calendar days: write all parts of an estimate in one kind",
            )
        if len(points) == 2:
            if first.unit != last.unit:
                return Problem(
                    "bad-duration",
                    f"{quoted(text)} mixes days and weeks: write both in one unit, or the likely value too",
                )
            points.insert(1, Duration((first.amount + last.amount) / 2, first.unit))
        # How many days a working week has is not known here: only what is wrong in every week is refused.
        for low, high in pairwise(points):
            if all(low.days(week) > high.days(week) for week in range(1, 8)):
                return Problem(
                    "bad-duration",
                    f"{quoted(text)} runs backwards: an estimate goes from short to long",
                )
        return cls(points[0], points[1], points[2])


@dataclass(frozen=True, slots=True)
class Effort(Value):
    """Person-days; like an estimate it may be a range (`8pd..12pd..20pd`)."""

    optimistic: float
    likely: float
    pessimistic: float

    called: ClassVar[str] = "an effort such as 12pd"
    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^\d+(\.\d+)?pd(\s*\.\.\s*\d+(\.\d+)?pd){0,2}$",
    }

    def __str__(self) -> str:
        points = (
            (self.likely,) if self.optimistic == self.pessimistic else (self.optimistic, self.likely, self.pessimistic)
        )
        return "..".join(f"{plain_number(point)}pd" for point in points)

    @classmethod
    @remembered
    def parse(cls, text: str) -> Effort | Problem:
        matches = [_EFFORT.fullmatch(part) for part in _BETWEEN.split(text)] if len(text) < 100 else [None]
        points = [float(match[1]) for match in matches if match]
        if len(points) < len(matches) or len(points) > 3:
            near = f"{text.strip()}pd" if re.fullmatch(r"\d{1,5}", text.strip()) else None
            return Problem(
                "bad-duration",
                f"{quoted(text)} is not an effort: write person-days, e.g. 12pd or 8pd..12pd..20pd",
                near,
            )
        if max(points) > LONGEST:
            return Problem("bad-duration", f"{quoted(text)} is too much: the most is {LONGEST}pd")
        if points != sorted(points):
            return Problem(
                "bad-duration",
                f"{quoted(text)} runs backwards: an effort goes from small to large",
            )
        likely = points[1] if len(points) == 3 else (points[0] + points[-1]) / 2
        return cls(points[0], likely, points[-1])


@remembered
def working_time(text: str) -> Duration | Problem:
    """A duration in working days or weeks."""
    found = Duration.parse(text)
    if isinstance(found, Duration) and found.elapsed:
        return Problem(
            "bad-duration",
            f"{quoted(text)} counts calendar days, and working days are asked here: write e.g. 10d or 2w",
        )
    return found


WorkingTime = Annotated[Duration, working_time, WithJsonSchema({"type": "string", "pattern": r"^\d+(\.\d+)?(d|w)$"})]
SignedDuration = Annotated[
    Duration, Duration.parse_signed, WithJsonSchema({"type": "string", "pattern": rf"^[+-]?{DURATION_PATTERN}$"})
]
