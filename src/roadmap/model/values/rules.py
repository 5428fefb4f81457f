"""Recurrence rules of RFC 5545 (section 3.3.10) on whole days, as read. occurrences.py follows them.

A rule that asks for a part or frequency that is not known here is refused: a slot that silently falls on another day
would be worse.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from roadmap.model.values.value import quoted

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")

_TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?", re.ASCII)
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """``by_day``: pairs of ordinal (0 for every one) and weekday (Monday 0). ``week_start``: weekday.
    Empty tuples limit nothing."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: dt.date | None = None
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0


class RuleError(Exception):
    """Why a recurrence cannot be followed, to stand after a colon. ``Recurrence.parse`` makes a ``Problem`` of it."""


def read_rule(text: str) -> Rule:
    """A rule from its text, e.g. `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`; raises ``RuleError``."""
    rule = _read(text)
    _check(rule)
    return rule


def _read(text: str) -> Rule:
    parts: dict[str, str] = {}
    for part in text.upper().removesuffix(";").split(";"):
        name, equals, value = part.partition("=")
        if name in parts:
            raise RuleError(f"{name} is written twice")
        if name not in PARTS or not equals:
            raise RuleError(f"{quoted(part)} is not understood; the parts are {', '.join(PARTS)}")
        parts[name] = value
    frequency = parts.get("FREQ", "")
    if frequency in _TOO_OFTEN:
        raise RuleError(f"the unit is the day, so FREQ={frequency} is too often")
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise RuleError("FREQ is DAILY, WEEKLY, MONTHLY or YEARLY")
    return Rule(
        frequency=frequency,  # type: ignore[arg-type]
        interval=_number("INTERVAL", parts.get("INTERVAL", "1"), 1, 999),
        count=_number("COUNT", parts["COUNT"], 1, 99999) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        by_day=_by_day(parts["BYDAY"]) if "BYDAY" in parts else (),
        by_month_day=_numbers("BYMONTHDAY", parts, -31, 31),
        by_month=_numbers("BYMONTH", parts, 1, 12),
        by_set_pos=_numbers("BYSETPOS", parts, -366, 366),
        week_start=_week_start(parts.get("WKST", "MO")),
    )


def _check(rule: Rule) -> None:
    """Refuse what the standard refuses, and what can never happen."""
    furthest = max((abs(nth) for nth, _ in rule.by_day), default=0)
    if furthest and rule.frequency in ("DAILY", "WEEKLY"):
        raise RuleError(f"a number in BYDAY has no meaning with FREQ={rule.frequency}")
    by_month = rule.frequency == "MONTHLY" or rule.by_month
    if furthest > (5 if by_month else 53):
        raise RuleError(f"there is no {furthest}th weekday in a {'month' if by_month else 'year'}")
    if rule.by_month_day and rule.frequency == "WEEKLY":
        raise RuleError("BYMONTHDAY has no meaning with FREQ=WEEKLY")
    if rule.by_month_day and rule.frequency == "YEARLY" and not rule.by_month:
        raise RuleError("programs disagree in which months BYMONTHDAY is meant with FREQ=YEARLY; add BYMONTH")
    if rule.by_set_pos and not (rule.by_day or rule.by_month_day or rule.by_month):
        raise RuleError("BYSETPOS chooses among the days of another BY part, and there is none")
    if rule.by_month_day and rule.by_month:
        longest = max(_LONGEST[month - 1] for month in rule.by_month)
        if min(abs(day) for day in rule.by_month_day) > longest:
            raise RuleError("no month of BYMONTH has such a day")


def _number(name: str, text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"[+-]?\d{1,5}", text, re.ASCII) or not low <= int(text) <= high or not int(text):
        raise RuleError(f"{name} takes numbers from {low} to {high}{' but 0' if low < 0 else ''}, not {quoted(text)}")
    return int(text)


def _numbers(name: str, parts: dict[str, str], low: int, high: int) -> tuple[int, ...]:
    return tuple(_number(name, text, low, high) for text in parts[name].split(",")) if name in parts else ()


def _until(text: str) -> dt.date:
    match = _UNTIL.fullmatch(text)
    try:
        return dt.date(*map(int, match.groups())) if match else dt.date(0, 0, 0)
    except ValueError:
        raise RuleError(f"UNTIL takes a day such as 20271231, not {quoted(text)}") from None


def _by_day(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for part in text.split(","):
        match = _BY_DAY.fullmatch(part)
        if not match or (match[1] and not int(match[1])):
            raise RuleError(f"BYDAY takes days such as MO, 1WE or -1FR, not {quoted(part)}")
        found.append((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(found)


def _week_start(text: str) -> int:
    if text not in WEEKDAYS:
        raise RuleError(f"WKST takes a day such as MO, not {quoted(text)}")
    return WEEKDAYS.index(text)
