"""Each way back along a link is the exact inverse of the way forward: it asks neither too much nor too little."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.workdays import Workdays
from roadmap.schedule.links import FF, Arc, finish_bound, finish_bound_back, lagged, unlagged

BASE = dt.date(2027, 1, 1).toordinal()

boundaries = st.integers(BASE, BASE + 120)
lags = st.integers(-12, 12)


@st.composite
def calendars(draw: st.DrawFn) -> Workdays:
    week = draw(st.sampled_from([(0, 1, 2, 3, 4), (0, 2, 4), (0, 1, 2, 3, 4, 5, 6), (6, 0, 1, 2, 3)]))
    closed = draw(st.sets(st.integers(BASE - 30, BASE + 150), max_size=40))
    return Workdays(week, closed=[range(day, day + 1) for day in closed])


@given(calendars(), boundaries, boundaries, lags, st.booleans())
def test_start_that_a_lag_allows(calendar: Workdays, before: int, day: int, lag: int, elapsed: bool) -> None:
    late = calendar.next(day)
    start = calendar.next(lagged(before, lag, elapsed, calendar))
    assert (start <= late) == (before <= unlagged(late, lag, elapsed, calendar))


@given(calendars(), calendars(), boundaries, boundaries, lags, st.booleans())
def test_end_that_a_finish_link_allows(
    theirs: Workdays, ours: Workdays, before: int, day: int, lag: int, elapsed: bool
) -> None:
    arc = Arc(0, FF, lag, elapsed, False)
    late = ours.strip(day)  # work ends after a working day
    allowed = finish_bound(before, arc, theirs, ours, ours) <= late
    assert allowed == (before <= finish_bound_back(late, arc, theirs, ours, ours))


def test_lead_of_a_day_from_a_monday_end_is_a_friday_finish() -> None:
    calendar = Workdays()
    monday_end = dt.date(2027, 3, 16).toordinal()  # Monday 15 March is worked
    bound = finish_bound(monday_end, Arc(0, FF, -1, False, False), calendar, calendar, calendar)
    assert dt.date.fromordinal(bound - 1) == dt.date(2027, 3, 12)


def test_elapsed_days_count_weekends() -> None:
    friday_end = dt.date(2027, 3, 13).toordinal()
    assert dt.date.fromordinal(lagged(friday_end, 14, True, Workdays())) == dt.date(2027, 3, 27)
