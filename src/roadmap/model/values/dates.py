"""Dates, coarse dates, dates anchored on others, and spans of days. Anchored dates are worked out while the
plan is built.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import WithJsonSchema

from roadmap.model.references import REFERENCE_PATTERN
from roadmap.model.values.durations import DURATION_PATTERN, Duration
from roadmap.model.values.value import Problem, Value, quoted, remembered

Side = Literal["first", "last"]
"""Which day a coarse date means: the first where a beginning is asked, the last where an end is asked."""

FIRST_YEAR, LAST_YEAR = 1900, 2399
LONGEST_SPAN = 3653

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ANCHORED = re.compile(r"([^\s+-]\S*)(?:\s+(\S.*))?")
_FOREIGN = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_WRITE = (
    "write a day (2027-03-15), a week (2027-W11), a month (2027-03), a quarter (2027-Q1), a year (2027) "
    "or an anchor (launch -10d)"
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Anchored(NamedTuple):
    """So many days from a written date: `web@27.6/code -2d` is the reference `web@27.6/code` and the offset -2d."""

    text: str
    reference: str
    offset: Duration


@remembered
def first_day(text: str) -> dt.date | Anchored | Problem:
    """A date where a beginning is asked."""
    return _parse(text, "first")


@remembered
def last_day(text: str) -> dt.date | Anchored | Problem:
    """A date where an end is asked."""
    return _parse(text, "last")


def _parse(text: str, side: Side) -> dt.date | Anchored | Problem:
    days = _days(text)
    if isinstance(days, Problem):
        return days
    if days is None:
        return _anchored(text)
    day = days[0] if side == "first" else days[1]
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Problem(
            "bad-date", f"{quoted(text)} is too far away: dates lie in the years {FIRST_YEAR} to {LAST_YEAR}"
        )
    return day


def _days(text: str) -> tuple[dt.date, dt.date] | Problem | None:
    """The first and the last day of a date or coarse date; ``None`` for what has the form of neither."""
    if match := _DAY.fullmatch(text):
        return _one_day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _WEEK.fullmatch(text):
        year, week = int(match[1]), int(match[2])
        weeks = dt.date(year, 12, 28).isocalendar().week if year else 52
        if not 1 <= week <= weeks or not year:
            return Problem("bad-date", f"{quoted(text)} is not a week: {year} has {weeks} weeks")
        monday = dt.date.fromisocalendar(year, week, 1)
        return (monday, monday + dt.timedelta(days=6)) if year < 9999 else (monday, monday)
    if match := _MONTH.fullmatch(text):
        return _months(text, int(match[1]), int(match[2]), int(match[2]))
    if match := _QUARTER.fullmatch(text):
        return _months(text, int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
    if _YEAR.fullmatch(text):
        return _months(text, int(text), 1, 12)
    return None


def _one_day(text: str, year: int, month: int, day: int) -> tuple[dt.date, dt.date] | Problem:
    if not 1 <= month <= 12:
        swapped = f"{year:04}-{day:02}-{month:02}" if 1 <= day <= 12 and 12 < month <= 31 else None
        return Problem("bad-date", f"{quoted(text)} is not a day: there is no month {month}", swapped)
    if not year:
        return Problem("bad-date", f"{quoted(text)} is not a day: there is no year 0")
    length = _length(year, month)
    if not 1 <= day <= length:
        return Problem("bad-date", f"{quoted(text)} is not a day: {_MONTHS[month - 1]} {year} has {length} days")
    return (dt.date(year, month, day),) * 2


def _length(year: int, month: int) -> int:
    """Days of a month."""
    return 28 if month == 2 and not _leap(year) else 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _months(text: str, year: int, first: int, last: int) -> tuple[dt.date, dt.date] | Problem:
    if not year or not 1 <= first <= 12:
        return Problem(
            "bad-date", f"{quoted(text)} is not a month: there is no {f'month {first}' if year else 'year 0'}"
        )
    return dt.date(year, first, 1), dt.date(year, last, _length(year, last))


def _anchored(text: str) -> Anchored | Problem:
    match = _ANCHORED.fullmatch(text) if len(text) <= 300 else None
    if not match or not _names_something(match[1]):
        return Problem("bad-date", f"{quoted(text)} is not a date: {_WRITE}", _iso(text))
    reference, written = match.groups()
    if written is None:
        return Anchored(text, reference, Duration(0, "d"))
    offset = Duration.parse_signed(re.sub(r"^([+-])\s+", r"\1", written))
    if isinstance(offset, Problem) or written[0] not in "+-":
        if not any(character.isdigit() for character in written):
            return Problem("bad-date", f"{quoted(text)} is not a date: {_WRITE}")
        return Problem(
            "bad-date",
            f"{quoted(text)} is not a date: after {quoted(reference)}, write how far from it, e.g. -10d, +3w or -14ed",
        )
    return Anchored(text, reference, offset)


def _names_something(reference: str) -> bool:
    """Whether this may be a reference, and not a date gone wrong."""
    if reference[0].isalpha() or "@" in reference:
        return True
    return bool(re.fullmatch(r"[a-z0-9:/-]*[a-z][a-z0-9:/-]*", reference))


def _iso(text: str) -> str | None:
    """The ISO form of a date written in another way, where there is no doubt which day is meant."""
    match = _FOREIGN.fullmatch(text)
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    iso = f"{year}-{month:0>2}-{day:0>2}"
    return iso if iso != text and isinstance(_days(iso), tuple) else None


_DATES = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-W(0[1-9]|[1-4]\d|5[0-3])|-Q[1-4])?"
_ANCHORS = rf"(?=\S*[a-z@]){REFERENCE_PATTERN}(\s+[+-]\s*{DURATION_PATTERN})?"
DATE_PATTERN = f"({_DATES}|{_ANCHORS})"
DATE_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],  # a year is a number for editors
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
    "pattern": f"^{DATE_PATTERN}$",
}
"""The form of a date, coarse date or anchored date: whether there is such a day is left to the reader."""


def _date_schema(side: str) -> WithJsonSchema:
    return WithJsonSchema(
        {
            **DATE_SCHEMA,
            "description": f"2027-03-15, coarse (2027-W11, 2027-03, 2027-Q1, 2027: its {side} day) "
            "or anchored (launch -10d, web@27.6/code -2d)",
            "examples": ["2027-03-15", "2027-W11", "2027-Q1", "launch -10d"],
        }
    )


FirstDay = Annotated[dt.date, first_day, _date_schema("first")]
LastDay = Annotated[dt.date, last_day, _date_schema("last")]


class AnchoredSpan(NamedTuple):
    """A span with an end that is anchored."""

    first: dt.date | Anchored
    last: dt.date | Anchored


@dataclass(frozen=True, slots=True, order=True)
class Span(Value):
    """Days from ``first`` to ``last``, both inclusive."""

    first: dt.date
    last: dt.date

    called: ClassVar[str] = "a span of days such as 2026-12-24..2027-01-01"
    json_schema: ClassVar[dict[str, Any]] = {
        **DATE_SCHEMA,
        "pattern": rf"^{DATE_PATTERN}(\s*\.\.\s*{DATE_PATTERN})?$",
        "description": "2026-12-24..2027-01-01, both ends inclusive, or one date",
        "examples": ["2026-12-24..2027-01-01", "2027-05-08"],
    }

    def __str__(self) -> str:
        return f"{self.first}..{self.last}" if self.first != self.last else str(self.first)

    @classmethod
    def parse(cls, text: str) -> Span | AnchoredSpan | Problem:
        """Two dates with `..` between them, or one; a coarse date is the span from its first to its last day."""
        parts = [part.strip() for part in text.split("..")]
        if len(parts) > 2:
            return Problem("bad-date", f"{quoted(text)} is not a span of days: write first..last, both inclusive")
        first, last = first_day(parts[0]), last_day(parts[-1])
        if isinstance(first, Problem) or isinstance(last, Problem):
            return _bad_end(parts, first, last)
        if isinstance(first, Anchored) or isinstance(last, Anchored):
            return AnchoredSpan(first, last)
        return cls.between(text, first, last)

    @classmethod
    def between(cls, text: str, first: dt.date, last: dt.date) -> Span | Problem:
        """The span, unless it runs backwards; ``text`` is how it was written."""
        if first > last:
            return Problem("bad-date", f"{quoted(text)} runs backwards: {first} is after {last}", f"{last}..{first}")
        if (last - first).days >= LONGEST_SPAN:
            return Problem("bad-date", f"{quoted(text)} is too long: a span has at most {LONGEST_SPAN} days, ten years")
        return cls(first, last)


def _bad_end(parts: list[str], *ends: dt.date | Anchored | Problem) -> Problem:
    """What is wrong with the first end that cannot be read; what should be written instead is the whole span."""
    written = [
        end.suggestion if isinstance(end, Problem) else part
        for end, part in zip(ends, (parts[0], parts[-1]), strict=True)
    ]
    problem = next(end for end in ends if isinstance(end, Problem))
    known = [text for text in written[: len(parts)] if text is not None]
    return problem._replace(suggestion="..".join(known) if len(known) == len(parts) else None)
