"""Working-day arithmetic: against a walk day by day, against QuantLib, and at the ends of what is ever looked at."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.workdays import EARLIEST, LATEST, Workdays
from tests.reference import reference


def on(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


BASE = on("2026-06-01")


def stretches(days: Iterable[int]) -> list[range]:
    """Each day as a stretch of its own."""
    return [range(day, day + 1) for day in days]


class Walk:
    """The same questions, answered by walking from day to day."""

    def __init__(self, week: set[int], closed: set[int], opened: set[int]) -> None:
        self.week, self.closed, self.opened = week, closed, opened

    def fresh(self) -> Workdays:
        """The same, of which nothing was asked yet."""
        return Workdays(self.week, closed=stretches(self.closed), opened=stretches(self.opened))

    def works(self, day: int) -> bool:
        weekday = dt.date.fromordinal(day).weekday()
        return day in self.opened or (weekday in self.week and day not in self.closed)

    def count(self, start: int, end: int) -> int:
        return sum(map(self.works, range(start, end))) - sum(map(self.works, range(end, start)))

    def next(self, day: int) -> int:
        while not self.works(day):
            day += 1
        return day

    def strip(self, end: int) -> int:
        while not self.works(end - 1):
            end -= 1
        return end

    def forward(self, start: int, n: int) -> int:
        for _ in range(n):
            start = self.next(start) + 1
        return start

    def backward(self, end: int, n: int) -> int:
        for _ in range(n):
            end = self.strip(end) - 1
        return end


days_near = st.integers(BASE - 400, BASE + 400)
some_days = st.sets(days_near, max_size=30)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Workdays, Walk]:
    week = draw(st.sets(st.integers(0, 6), min_size=1))
    holidays, closed, opened = draw(some_days), draw(some_days), draw(some_days)
    ours = Workdays(
        week,
        lambda year: [day for day in holidays if dt.date.fromordinal(day).year == year],
        stretches(closed),
        stretches(opened),
    )
    return ours, Walk(week, holidays | closed, opened)


@given(calendars(), days_near, days_near, st.integers(0, 300))
def test_every_answer_is_that_of_a_walk_day_by_day(both: tuple[Workdays, Walk], day: int, other: int, n: int) -> None:
    ours, walk = both
    assert ours.works(day) == walk.works(day)
    assert ours.next(day) == walk.next(day)
    assert ours.strip(day) == walk.strip(day)
    assert ours.count(day, other) == walk.count(day, other)
    assert ours.forward(day, n) == walk.forward(day, n)
    assert ours.backward(day, n) == walk.backward(day, n)
    assert ours.forward(day, -n) == walk.backward(day, n)
    assert ours.backward(day, -n) == walk.forward(day, n)


@given(calendars(), st.lists(st.tuples(st.integers(EARLIEST - 900, LATEST + 900), st.integers(0, 3000)), max_size=4))
def test_what_was_asked_before_changes_no_answer(both: tuple[Workdays, Walk], questions: list[tuple[int, int]]) -> None:
    used, walk = both
    for day, n in questions:
        assert used.forward(day, n) == walk.fresh().forward(day, n)
        assert used.backward(day, n) == walk.fresh().backward(day, n)
        assert used.count(day, day + n) == walk.fresh().count(day, day + n)


@given(calendars(), some_days)
def test_days_taken_out_are_not_worked_even_if_they_were_opened(both: tuple[Workdays, Walk], barred: set[int]) -> None:
    ours, walk = both
    left = ours.less(stretches(barred))
    for day in range(BASE - 20, BASE + 20):
        assert left.works(day) == (walk.works(day) and day not in barred)


@given(calendars(), some_days, some_days, days_near, st.integers(0, 300))
def test_days_can_be_taken_out_again_and_again(
    both: tuple[Workdays, Walk], barred: set[int], more: set[int], day: int, n: int
) -> None:
    ours, _ = both
    assert ours.less(stretches(barred)).less(stretches(more)).forward(day, n) == ours.less(
        stretches(barred | more)
    ).forward(day, n)


def test_a_stretch_of_years_is_closed_wherever_it_is_looked_into() -> None:
    calendar = Workdays(closed=[range(on("2027-01-01"), on("2037-01-01"))])
    assert calendar.next(on("2027-01-04")) == on("2037-01-01")  # a Thursday
    assert calendar.strip(on("2036-12-31")) == on("2027-01-01")  # after Thursday 2026-12-31
    assert calendar.works(on("2026-12-31"))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2027-03-05", 1, "2027-03-06"),  # Friday alone
        ("2027-03-05", 2, "2027-03-10"),  # Friday and, after the holiday on Monday, Tuesday
        ("2027-03-06", 1, "2027-03-10"),  # from Saturday
        ("2027-03-09", 0, "2027-03-09"),
        ("2027-03-10", -1, "2027-03-09"),
        ("2027-03-09", -1, "2027-03-05"),
    ],
)
def test_a_holiday_on_a_monday_is_passed_over(start: str, days: int, end: str) -> None:
    calendar = Workdays(closed=stretches([on("2027-03-08")]))
    assert dt.date.fromordinal(calendar.forward(on(start), days)) == dt.date.fromisoformat(end)


def test_an_opened_saturday_is_worked_even_if_it_is_a_holiday() -> None:
    saturday = on("2027-05-08")
    calendar = Workdays(holidays=lambda year: [saturday], closed=stretches([saturday]), opened=stretches([saturday]))
    assert calendar.works(saturday)
    assert calendar.week_length == 5


class TestEnds:
    """1 January 1900 was a Monday; 31 December 2399 will be a Friday."""

    def test_results_stop_at_1900_and_2400(self) -> None:
        calendar = Workdays()
        assert calendar.forward(BASE, 10**9) == LATEST
        assert calendar.backward(BASE, 10**9) == EARLIEST
        assert calendar.forward(LATEST + 10, 1) == LATEST
        assert calendar.backward(EARLIEST - 10, 1) == EARLIEST
        assert calendar.next(LATEST + 10) == LATEST
        assert calendar.strip(EARLIEST - 10) == EARLIEST

    def test_the_first_and_the_last_day_count(self) -> None:
        calendar = Workdays()
        assert calendar.works(EARLIEST)
        assert calendar.works(LATEST - 1)
        assert not calendar.works(EARLIEST - 3)
        assert not calendar.works(LATEST)
        assert calendar.next(LATEST - 1) == LATEST - 1
        assert calendar.forward(LATEST - 1, 1) == LATEST
        assert calendar.strip(LATEST + 5) == LATEST
        assert calendar.strip(EARLIEST + 1) == EARLIEST + 1
        assert calendar.backward(EARLIEST + 1, 1) == EARLIEST

    def test_all_days_count_from_before_the_first_to_after_the_last(self) -> None:
        weeks = (LATEST - EARLIEST) // 7
        assert (LATEST - EARLIEST) % 7 == 5  # Monday to Friday
        assert Workdays().count(EARLIEST - 100, LATEST + 100) == 5 * weeks + 5

    def test_a_calendar_whose_every_day_is_closed_has_an_end_all_the_same(self) -> None:
        calendar = Workdays([0], closed=[range(EARLIEST, LATEST)])
        assert calendar.next(BASE) == LATEST
        assert calendar.forward(BASE, 3) == LATEST
        assert calendar.backward(BASE, 3) == EARLIEST
        assert calendar.strip(BASE) == EARLIEST


class TestQuantLib:
    def test_business_days_between(self) -> None:
        case = json.loads(reference("business-days/quantlib_expected.json").read_text())["business_days_between"]
        calendar = Workdays(closed=stretches(on(day) for day in case["brazil_holidays_2002_2006"]))
        dates = [on(day) for day in case["dates"]]
        for index, (first, last) in enumerate(pairwise(dates)):
            sign = 1 if first <= last else -1
            low, high = min(first, last), max(first, last)
            with_low, with_high = sign * calendar.count(low, high), sign * calendar.count(low + 1, high + 1)
            assert (with_low if sign > 0 else with_high) == case["from_in_to_out"][index]
            assert (with_high if sign > 0 else with_low) == case["from_out_to_in"][index]
            assert sign * calendar.count(low, high + 1) == case["both_in"][index]
            assert sign * calendar.count(low + 1, max(high, low + 1)) == case["both_out"][index]

    def test_holiday_lists_give_the_days_that_are_not_worked(self) -> None:
        cases = json.loads(reference("business-days/quantlib_expected.json").read_text())["cases"]
        dated = [case for case in cases.values() if case["range"]]
        assert len(dated) == 28
        for case in dated:
            first, last = (on(day) for day in case["range"])
            holidays = [on(day) for day in case["holidays"]]
            calendar = Workdays(closed=stretches(holidays))
            weekdays = {day for day in range(first, last + 1) if (day - 1) % 7 < 5}
            idle = [day for day in sorted(weekdays) if not calendar.works(day)]
            assert idle == [day for day in holidays if day in weekdays]
            assert calendar.count(first, last + 1) == len(weekdays) - len(idle)
