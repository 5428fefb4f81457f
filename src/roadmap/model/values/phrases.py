"""How people say a recurrence (`every 2 weeks on tue`), turned into the text of an RFC 5545 rule.

====================================================  =====================================================
every 3 days, every day, every weekday                ``every second week`` and ``every other week`` are 2
every week on mon,thu; every 2 weeks on mon and thu   without ``on``: the weekday of the first day
every mon, every monday and thursday                  the same as every week on …
every month on the first wed, the last fri            first to fifth, 1st to 5th, or last
every month on the 15th, on the 1st and 15th          also day 15, the last day, the first weekday
every quarter on the first tue, on the last day       of the calendar quarter
every year on 1 mar, on the last fri of november
====================================================  =====================================================
"""

from __future__ import annotations

import re

from roadmap.model.values.rules import WEEKDAYS, RuleError
from roadmap.model.values.value import quoted

_EVERY = re.compile(
    r"every (?:(\d{1,9}|other|second) )?(day|week|month|quarter|year)s?(?: on (?:the )?(.+))?", re.ASCII
)
_AND = re.compile(r" ?, ?(?:and )?(?:the )?| and (?:the )?")
_MONTH = re.compile(
    r"(?:(?P<before>.+?) (?:of |in )?)?"
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P<rest>[a-z]*)(?: (?:the )?(?P<after>.+))?"
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)

_WORKING = "BYDAY=MO,TU,WE,TH,FR"
_DAY = "day"
_WEEKDAY = "weekday"

Item = tuple[int, str]
"""Which one (from the end if negative) of what: ``day`` and ``weekday`` of the month, or `MO` to `SU`."""


def rule_text(phrase: str) -> str:
    """The rule that a phrase means; raises ``RuleError`` for one that is not understood."""
    words = " ".join(phrase.lower().split())
    match = _EVERY.fullmatch(words)
    if not match:
        return _named_days(words)
    number, unit, on = match.groups()
    interval = 1 if number is None else 2 if number in ("other", "second") else int(number)
    return ";".join(part for part in _PARTS[unit](interval, on) if part)


def _named_days(words: str) -> str:
    """`every weekday`, `every mon and thu`."""
    if words == "every weekday":
        return f"FREQ=WEEKLY;{_WORKING}"
    names = words.removeprefix("every ")
    if names == words:
        raise RuleError("it begins neither with every nor with FREQ=")
    if not any(names.startswith(day[:3]) for day in _DAY_NAMES):
        raise RuleError("it says neither how many days, weeks, months, quarters or years, nor a day of the week")
    return f"FREQ=WEEKLY;{_days_of_week(names)}"


def _interval(number: int) -> str:
    return f"INTERVAL={number}" if number != 1 else ""


def _by_day(interval: int, on: str | None) -> list[str]:
    if on:
        raise RuleError("days cannot be on a day; write every week on … for weekdays")
    return ["FREQ=DAILY", _interval(interval)]


def _by_week(interval: int, on: str | None) -> list[str]:
    return ["FREQ=WEEKLY", _interval(interval), _days_of_week(on) if on else ""]


def _by_month(interval: int, on: str | None) -> list[str]:
    return ["FREQ=MONTHLY", _interval(interval), _part(_items(on)) if on else ""]


def _by_quarter(interval: int, on: str | None) -> list[str]:
    if not on:
        return ["FREQ=MONTHLY", _interval(3 * interval)]
    if interval > 1:
        raise RuleError(f"which quarters are meant is not clear; write every {3 * interval} months on …")
    items = _items(on)
    from_end = {number < 0 for number, _ in items}
    if len(from_end) > 1:
        raise RuleError("days from the beginning and from the end of a quarter cannot be mixed")
    return ["FREQ=YEARLY", f"BYMONTH={'3,6,9,12' if True in from_end else '1,4,7,10'}", _part(items)]


def _by_year(interval: int, on: str | None) -> list[str]:
    if not on:
        return ["FREQ=YEARLY", _interval(interval)]
    match = _MONTH.fullmatch(on)
    month = match and next((name for name in _MONTHS if name.startswith(match["month"])), "")
    day = match and (match["before"] or match["after"])
    if not match or not month or not day or (match["before"] and match["after"]):
        raise RuleError("a day of the year is written as 1 mar, or the last fri of november")
    if not month.startswith(match["month"] + match["rest"]):
        raise RuleError(f"there is no month {match['month']}{match['rest']}")
    return ["FREQ=YEARLY", _interval(interval), f"BYMONTH={_MONTHS.index(month) + 1}", _part(_items(day))]


_PARTS = {"day": _by_day, "week": _by_week, "month": _by_month, "quarter": _by_quarter, "year": _by_year}


def _days_of_week(on: str) -> str:
    found = {_weekday(name) for name in _AND.split(on)}
    return f"BYDAY={','.join(day for day in WEEKDAYS if day in found)}"


def _weekday(name: str) -> str:
    """`MO` for mon, monday and mondays."""
    singular = name.removesuffix("s") if name.endswith("days") else name
    for code, full in zip(WEEKDAYS, _DAY_NAMES, strict=True):
        if len(singular) >= 3 and full.startswith(singular):
            return code
    raise RuleError(f"{quoted(name)} is not a day of the week (mon, tue, wed, thu, fri, sat, sun)")


def _items(on: str) -> list[Item]:
    """`first and third tue` and `15th` as items; an ordinal alone takes the noun that follows."""
    items: list[Item] = []
    noun = _DAY
    for text in reversed(_AND.split(on)):
        words = text.split()
        if words[:1] == ["day"]:
            words = [*words[1:], "day"]
        if len(words) == 2:
            noun = words[1] if words[1] in (_DAY, _WEEKDAY) else _weekday(words[1])
        items.append((_ordinal(words), noun))
    return items[::-1]


def _ordinal(words: list[str]) -> int:
    number = _NUMBER.fullmatch(words[0]) if words else None
    if len(words) in (1, 2) and (number or words[0] in _ORDINALS):
        return int(number[1]) if number else _ORDINALS[words[0]]
    raise RuleError("say which day: e.g. the first mon, the last fri, the 15th")


def _part(items: list[Item]) -> str:
    """The BY parts of items that are all of one kind."""
    nouns = {noun for _, noun in items}
    numbers = ",".join(str(number) for number, _ in items)
    if nouns == {_DAY}:
        return f"BYMONTHDAY={numbers}"
    if nouns == {_WEEKDAY}:
        return f"{_WORKING};BYSETPOS={numbers}"
    if nouns & {_DAY, _WEEKDAY}:
        raise RuleError("days of the month and days of the week cannot be mixed")
    return "BYDAY=" + ",".join(f"{number}{noun}" for number, noun in items)
