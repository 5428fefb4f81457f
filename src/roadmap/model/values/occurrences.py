"""The days of a recurrence rule: one set of days for each period, by the table of RFC 5545, section 3.3.10."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterator

from roadmap.model.values.rules import Frequency, Rule

END = dt.date(2400, 1, 1)
"""No rule is followed further than this."""


def days(rule: Rule, start: dt.date, until: dt.date) -> Iterator[dt.date]:
    """The days of a rule from ``start`` (its DTSTART) to ``until``, both inclusive, in order.

    ``start`` itself is one only if the rule says so. The work is bounded by the number of periods between the two.
    """
    until = min(until, END, rule.until or END)
    left = rule.count
    for found in _PERIODS[rule.frequency](rule, start, until):
        for day in _chosen(sorted(found), rule.by_set_pos):
            if day < start:
                continue
            if day > until or left == 0:
                return
            yield day
            if left is not None:
                left -= 1


def _chosen(found: list[dt.date], positions: tuple[int, ...]) -> list[dt.date]:
    if not positions:
        return found
    indices = {position - 1 if position > 0 else len(found) + position for position in positions}
    return [day for index, day in enumerate(found) if index in indices]


def _daily(rule: Rule, start: dt.date, until: dt.date) -> Iterator[set[dt.date]]:
    weekdays = {weekday for _, weekday in rule.by_day}
    for ordinal in range(start.toordinal(), until.toordinal() + 1, rule.interval):
        if weekdays and (ordinal - 1) % 7 not in weekdays:
            continue
        day = dt.date.fromordinal(ordinal)
        if rule.by_month and day.month not in rule.by_month:
            continue
        if rule.by_month_day and day not in _month_days(rule, day.year, day.month):
            continue
        yield {day}


def _weekly(rule: Rule, start: dt.date, until: dt.date) -> Iterator[set[dt.date]]:
    weekdays = {weekday for _, weekday in rule.by_day} or {start.weekday()}
    offsets = [(weekday - rule.week_start) % 7 for weekday in weekdays]
    first = start.toordinal() - (start.weekday() - rule.week_start) % 7
    for week in range(first, until.toordinal() + 1, 7 * rule.interval):
        found = {dt.date.fromordinal(week + offset) for offset in offsets}
        yield {day for day in found if not rule.by_month or day.month in rule.by_month}


def _monthly(rule: Rule, start: dt.date, until: dt.date) -> Iterator[set[dt.date]]:
    for index in range(12 * start.year + start.month - 1, 12 * until.year + until.month, rule.interval):
        year, month = index // 12, index % 12 + 1
        if not rule.by_month or month in rule.by_month:
            yield _days_of_month(rule, start, year, month)


def _yearly(rule: Rule, start: dt.date, until: dt.date) -> Iterator[set[dt.date]]:
    for year in range(start.year, until.year + 1, rule.interval):
        if rule.by_month:
            yield {day for month in rule.by_month for day in _days_of_month(rule, start, year, month)}
        elif rule.by_day:
            yield _weekdays(rule, dt.date(year, 1, 1), dt.date(year, 12, 31))
        else:
            yield {start.replace(year=year)} if start.day <= monthrange(year, start.month)[1] else set()


def _days_of_month(rule: Rule, start: dt.date, year: int, month: int) -> set[dt.date]:
    length = monthrange(year, month)[1]
    if not rule.by_day and not rule.by_month_day:
        return {dt.date(year, month, start.day)} if start.day <= length else set()
    if not rule.by_day:
        return _month_days(rule, year, month)
    found = _weekdays(rule, dt.date(year, month, 1), dt.date(year, month, length))
    return found & _month_days(rule, year, month) if rule.by_month_day else found


def _month_days(rule: Rule, year: int, month: int) -> set[dt.date]:
    length = monthrange(year, month)[1]
    numbers = (day if day > 0 else length + 1 + day for day in rule.by_month_day)
    return {dt.date(year, month, number) for number in numbers if 1 <= number <= length}


def _weekdays(rule: Rule, first: dt.date, last: dt.date) -> set[dt.date]:
    """The days of BYDAY from ``first`` to ``last``, in which its ordinals count."""
    found: set[dt.date] = set()
    for nth, weekday in rule.by_day:
        start = first.toordinal() + (weekday - first.weekday()) % 7
        ordinals = range(start, last.toordinal() + 1, 7)
        if nth == 0:
            found.update(map(dt.date.fromordinal, ordinals))
        elif abs(nth) <= len(ordinals):
            found.add(dt.date.fromordinal(ordinals[nth - 1 if nth > 0 else nth]))
    return found


_PERIODS: dict[Frequency, Callable[[Rule, dt.date, dt.date], Iterator[set[dt.date]]]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
