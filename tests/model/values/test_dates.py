"""Dates, coarse dates, anchored dates as texts, and spans."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.values.dates import Anchored, AnchoredSpan, Span, first_day, last_day
from roadmap.model.values.durations import Duration
from roadmap.model.values.value import Problem

D = dt.date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-03-15", D(2027, 3, 15), D(2027, 3, 15)),
        ("2028-02-29", D(2028, 2, 29), D(2028, 2, 29)),
        ("2027-W11", D(2027, 3, 15), D(2027, 3, 21)),
        ("2026-W53", D(2026, 12, 28), D(2027, 1, 3)),
        ("2027-03", D(2027, 3, 1), D(2027, 3, 31)),
        ("2027-02", D(2027, 2, 1), D(2027, 2, 28)),
        ("2027-Q1", D(2027, 1, 1), D(2027, 3, 31)),
        ("2027-Q4", D(2027, 10, 1), D(2027, 12, 31)),
        ("2027", D(2027, 1, 1), D(2027, 12, 31)),
        ("1900-01-01", D(1900, 1, 1), D(1900, 1, 1)),
        ("2399-12-31", D(2399, 12, 31), D(2399, 12, 31)),
    ],
)
def test_a_coarse_date_is_its_first_or_its_last_day(text: str, first: dt.date, last: dt.date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("2025-02-30", '"2025-02-30" is not a day: February 2025 has 28 days', None),
        ("2025-21-05", '"2025-21-05" is not a day: there is no month 21', "2025-05-21"),
        ("2025-00-10", '"2025-00-10" is not a day: there is no month 0', None),
        ("2027-W53", '"2027-W53" is not a week: 2027 has 52 weeks', None),
        ("2027-W00", '"2027-W00" is not a week: 2027 has 52 weeks', None),
        ("2027-13", '"2027-13" is not a month: there is no month 13', None),
        ("0000-01-01", '"0000-01-01" is not a day: there is no year 0', None),
        ("1899-12-31", '"1899-12-31" is too far away: dates lie in the years 1900 to 2399', None),
        ("9999", '"9999" is too far away: dates lie in the years 1900 to 2399', None),
        ("9999-W52", '"9999-W52" is too far away: dates lie in the years 1900 to 2399', None),
    ],
)
def test_days_that_do_not_exist(text: str, message: str, suggestion: str | None) -> None:
    assert first_day(text) == Problem("bad-date", message, suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("15.03.2027", "2027-03-15"), ("2027-3-5", "2027-03-05"), ("2027/03/15", "2027-03-15"), ("3/15/2027", None),
        ("", None), ("20270315", None), ("2027-03-15T10:00:00Z", None), ("2027-Q5", None), ("mid March", None),
        ("-10d", None), ("+1w", None), ("2027-03-15 +2d", None), ("٢٠٢٧-٠٣-١٥", None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_what_is_no_date(text: str, suggestion: str | None) -> None:
    problem = first_day(text)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.suggestion) == ("bad-date", suggestion)


@pytest.mark.parametrize(
    ("text", "reference", "amount", "unit"),
    [
        ("launch -10d", "launch", -10, "d"),
        ("ends +3w", "ends", 3, "w"),
        ("web@27.6 -10d", "web@27.6", -10, "d"),
        ("web@27.6/code -2d", "web@27.6/code", -2, "d"),
        ("spring-sale@de +14ed", "spring-sale@de", 14, "ed"),
        ("spring-sale", "spring-sale", 0, "d"),
        ("launch - 10d", "launch", -10, "d"),
    ],
)
def test_anchored_dates(text: str, reference: str, amount: float, unit: str) -> None:
    assert first_day(text) == Anchored(text, reference, Duration(amount, unit))  # type: ignore[arg-type]


def test_an_offset_needs_a_sign_and_a_unit() -> None:
    for text in ("launch 10d", "launch -10", "launch -10d -2d"):
        problem = first_day(text)
        assert isinstance(problem, Problem)
        assert problem.message == (
            f'"{text}" is not a date: after "launch", write how far from it, e.g. -10d, +3w or -14ed'
        )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-12-24..2027-01-01", D(2026, 12, 24), D(2027, 1, 1)),
        ("2027-05-08", D(2027, 5, 8), D(2027, 5, 8)),
        ("2027-02", D(2027, 2, 1), D(2027, 2, 28)),
        ("2027-W10..2027-W11", D(2027, 3, 8), D(2027, 3, 21)),
    ],
)
def test_spans_hold_both_their_ends(text: str, first: dt.date, last: dt.date) -> None:
    assert Span.parse(text) == Span(first, last)


def test_spans_that_are_none() -> None:
    backwards = Span.parse("2027-03-02..2027-03-01")
    assert isinstance(backwards, Problem)
    assert backwards.suggestion == "2027-03-01..2027-03-02"
    for text in ("2027-03-01..2027-03-02..2027-03-03", "2027-02-30..2027-03-02", "2027-03-01..soon enough", ".."):
        assert isinstance(Span.parse(text), Problem)


def test_a_span_of_centuries_is_a_mistake() -> None:
    assert isinstance(Span.parse("1900-01-01..2399-12-31"), Problem)


def test_a_span_may_be_anchored() -> None:
    assert isinstance(Span.parse("launch -2d..launch"), AnchoredSpan)


@given(st.dates(D(1900, 1, 1), D(2399, 12, 31)), st.integers(0, 3000))
def test_spans_are_read_back_as_printed(first: dt.date, days: int) -> None:
    last = min(first + dt.timedelta(days), D(2399, 12, 31))
    assert Span.parse(str(Span(first, last))) == Span(first, last)


@given(st.dates(D(1900, 1, 1), D(2399, 12, 26)))  # the last Sunday: the week after it ends in the year 2400
def test_every_day_lies_in_its_week_month_quarter_and_year(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    for text in (f"{year}-W{week:02}", f"{day.year}-{day.month:02}", quarter, f"{day.year}"):
        first, last = first_day(text), last_day(text)
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        assert first <= day <= last


@given(st.text() | st.from_regex(r"[0-9W.Q/@a-z -]{0,20}", fullmatch=True))
def test_no_text_raises(text: str) -> None:
    first_day(text)
    last_day(text)
    Span.parse(text)
