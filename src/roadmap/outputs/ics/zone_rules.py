"""Time zones as calendars need them: from the rule that a TZif file ends with (POSIX TZ, RFC 9636) to a VTIMEZONE made
of yearly rules, because Outlook ignores lists of dates.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

from roadmap.model.values.rules import WEEKDAYS
from roadmap.outputs.ics import library
from roadmap.source.zones import Zone, ZoneError

if TYPE_CHECKING:
    from icalendar import Timezone

_NAME = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_OFFSET = r"([+-]?\d{1,3}(?::\d{2}){0,2})"
_CHANGE = rf"M(\d{{1,2}})\.([1-5])\.([0-6])(?:/{_OFFSET})?"
_RULE = re.compile(rf"{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?,{_CHANGE},{_CHANGE})?", re.ASCII)

_FIRST_YEAR = 1970
_HOUR = dt.timedelta(hours=1)


def time_zone(zone: Zone) -> Timezone:
    """The VTIMEZONE of a zone. Raises ``ZoneError`` for a rule of another form than the database has."""
    match = _RULE.fullmatch(zone.rule)
    if match is None:
        raise ZoneError(f"the rule {zone.rule!r} of the time zone {zone.name!r} is not understood")
    names = [name.strip("<>") for name in match.group(1, 3) if name]
    usual = -_offset(match[2])
    if len(names) == 1:
        start = dt.datetime(_FIRST_YEAR, 1, 1)
        return library.time_zone(zone.name, [library.observance("STANDARD", names[0], usual, usual, start, None)])
    other = -_offset(match[4]) if match[4] else usual + _HOUR
    # POSIX calls the winter time of Ireland its summer time: what is ahead is daylight here, as clients expect.
    ahead, behind = ("DAYLIGHT", "STANDARD") if other > usual else ("STANDARD", "DAYLIGHT")
    parts = [
        library.observance(ahead, names[1], usual, other, *_onset(match.group(5, 6, 7, 8))),  # type: ignore[arg-type]
        library.observance(behind, names[0], other, usual, *_onset(match.group(9, 10, 11, 12))),  # type: ignore[arg-type]
    ]
    return library.time_zone(zone.name, parts)


def _offset(text: str | None) -> dt.timedelta:
    """`5`, `-9:30`; as POSIX counts, west is positive. Two o'clock for a change that names no time."""
    if text is None:
        return 2 * _HOUR
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    found = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -found if text.startswith("-") else found


def _onset(change: tuple[str | None, ...]) -> tuple[dt.datetime, str]:
    """The first time of a change, and its rule. A time before 00:00 or from 24:00 on (Gaza, Chile, Greenland) lies on
    another day, which an ordinal cannot name: then the rule names the days of the month that it may be."""
    month, week, weekday = (int(part or 0) for part in change[:3])
    shift, time = divmod(_offset(change[3]), dt.timedelta(days=1))
    first = _day(_FIRST_YEAR, month, week, (weekday - 1) % 7) + dt.timedelta(days=shift)
    onset = dt.datetime.combine(first, dt.time()) + time
    day = WEEKDAYS[(weekday - 1 + shift) % 7]
    if not shift:
        return onset, f"FREQ=YEARLY;BYMONTH={month};BYDAY={-1 if week == 5 else week}{day}"
    length = monthrange(_FIRST_YEAR, month)[1]
    earliest = (length - 6 if week == 5 else 7 * week - 6) + shift
    if earliest >= 1 and earliest + 6 <= length:
        days = _numbers(earliest)
        return onset, f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={days};BYDAY={day}"
    # The last Thursday of October at 24:00 (Egypt) may be in November. From March on, days counted from the end of the
    # year are the same in leap years.
    days = _numbers((dt.date(_FIRST_YEAR, month, 1) - dt.date(_FIRST_YEAR + 1, 1, 1)).days + earliest - 1)
    return onset, f"FREQ=YEARLY;BYYEARDAY={days};BYDAY={day}"


def _numbers(first: int) -> str:
    """Seven in a row."""
    return ",".join(str(number) for number in range(first, first + 7))


def _day(year: int, month: int, week: int, weekday: int) -> dt.date:
    """The ``week``-th such weekday of a month, the last one for 5."""
    days = [
        day
        for number in range(1, monthrange(year, month)[1] + 1)
        if (day := dt.date(year, month, number)).weekday() == weekday
    ]
    return days[-1 if week == 5 else week - 1]
