"""Numbers, shares (`70%`), times of day (`"10:00"`) and lengths of meetings (`45m`): values that stay plain
Python types.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import WithJsonSchema

from roadmap.model.values.value import Problem, quoted

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_SHORT = 15
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s?%", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_LENGTH = re.compile(r"(?=\d)(?:(\d{1,2})h)?(?:(\d{1,3})m)?", re.ASCII)

NUMBER_SCHEMA = {"type": "number", "minimum": 0}


def number(text: str) -> float | Problem:
    """A decimal number that is not negative, of at most 15 characters."""
    if not _NUMBER.fullmatch(text):
        return Problem("wrong-type", f"{quoted(text)} is not a number: write digits, e.g. 2 or 0.5")
    if len(text) > _SHORT:
        return Problem("bad-value", f"{quoted(text)} is too long for a number: write at most {_SHORT} characters")
    if text.startswith("-"):
        return Problem("bad-value", f"{quoted(text)} is negative: write 0 or more")
    return float(text)


def positive(text: str) -> float | Problem:
    """A number of at least one hundredth: people at work, by whom an effort is divided."""
    found = number(text)
    if isinstance(found, float) and found < 0.01:
        return Problem("bad-value", f"{quoted(text)} is too small: write a number above 0")
    return found


def whole(text: str) -> int | Problem:
    """A whole number that is not negative."""
    found = number(text)
    if isinstance(found, float):
        if not found.is_integer():
            return Problem("wrong-type", f"{quoted(text)} is not a whole number")
        return int(found)
    return found


def share(text: str) -> float | Problem:
    """`70%`, or the same as a fraction of 1: 0.7."""
    percent = _PERCENT.fullmatch(text)
    if percent and float(percent[1]) <= 100:
        return round(float(percent[1]) / 100, 8)
    fraction = number(text)
    if isinstance(fraction, float) and fraction <= 1:
        return fraction
    return Problem(
        "bad-value",
        f"{quoted(text)} is not a share: write 70% (0% to 100%)",
        f"{text}%" if isinstance(fraction, float) and 1 < fraction <= 100 else None,
    )


def time_of_day(text: str) -> str | Problem:
    """`09:30`, of 24 hours."""
    if _TIME.fullmatch(text):
        return text
    near = f"0{text}" if re.fullmatch(r"\d:[0-5]\d", text) else None
    return Problem("bad-value", f'{quoted(text)} is not a time of day: write "09:30", from 00:00 to 23:59', near)


def length(text: str) -> str | Problem:
    """Hours and minutes: `45m`, `1h`, `1h30m`."""
    match = _LENGTH.fullmatch(text)
    if match and minutes(text) > 0:
        return text
    return Problem("bad-value", f"{quoted(text)} is not a length of time: write 45m, 1h or 1h30m")


def minutes(text: str) -> int:
    """The minutes of a length of time."""
    match = _LENGTH.fullmatch(text)
    return int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0


def time_zone(text: str) -> str | Problem:
    """A name of the IANA time zone database."""
    if text == "UTC":
        return text
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        return Problem("bad-value", f"{quoted(text)} is not a time zone: write an IANA name such as Europe/Berlin")
    return text


Number = Annotated[float, number, "plain", WithJsonSchema(NUMBER_SCHEMA)]
Positive = Annotated[float, positive, "plain", WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Whole = Annotated[int, whole, "plain", WithJsonSchema({"type": "integer", "minimum": 0})]
Share = Annotated[
    float,
    share,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{1,3}(\.\d+)?(\s?%)?$"},
                {"type": "number", "minimum": 0, "maximum": 1},
            ]
        }
    ),
]
TimeOfDay = Annotated[
    str, time_of_day, WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})
]
Length = Annotated[str, length, WithJsonSchema({"type": "string", "pattern": "^(?=.)([0-9]{1,2}h)?([0-9]{1,3}m)?$"})]
TimeZone = Annotated[str, time_zone]
