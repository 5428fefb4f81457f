"""Dates to cells, worked out by hand. 2026-11-23 is a Monday."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.layout.scale import ZOOMS, Scale, Zoom, months_on, scale_for
from roadmap.layout.ticks import coarse_ticks, fine_ticks

MONDAY = dt.date(2026, 11, 23).toordinal()


@pytest.mark.parametrize(
    ("zoom", "days", "cells"),
    [
        ("day", (0, 1), (0, 3)),
        ("day", (1, 3), (3, 9)),
        ("week", (0, 5), (0, 5)),
        ("week", (9, 9), (9, 10)),
        ("month", (0, 5), (0, 3)),  # Monday to Friday touch all three cells of the week, as Friday begins in the second
        ("month", (5, 7), (2, 3)),
        ("month", (7, 9), (3, 4)),
        ("quarter", (0, 7), (0, 1)),
        ("quarter", (4, 8), (0, 2)),
    ],
)
def test_the_cells_of_some_days(zoom: Zoom, days: tuple[int, int], cells: tuple[int, int]) -> None:
    scale = scale_for(zoom, MONDAY, MONDAY + 365)
    assert scale.stretch(MONDAY + days[0], MONDAY + days[1]) == cells


def test_a_scale_begins_on_a_monday() -> None:
    assert scale_for("week", MONDAY + 6, MONDAY + 30).first == MONDAY


@given(st.sampled_from(ZOOMS), st.integers(-2000, 2000))
def test_the_first_day_of_a_cell_lies_in_it_or_after_it(zoom: Zoom, cell: int) -> None:
    scale = scale_for(zoom, MONDAY, MONDAY + 365)
    day = scale.day(cell)
    assert scale.at(day) >= cell
    assert scale.at(day - 1) < cell


@given(st.sampled_from(ZOOMS), st.integers(-500, 500), st.integers(0, 500))
def test_a_stretch_has_every_cell_in_which_one_of_its_days_begins(zoom: Zoom, start: int, length: int) -> None:
    scale = Scale(MONDAY, MONDAY + 365, *{"day": (3, 1), "week": (1, 1), "month": (3, 7), "quarter": (1, 7)}[zoom])
    left, right = scale.stretch(MONDAY + start, MONDAY + start + length)
    assert left < right
    for day in range(length):
        assert left <= scale.at(MONDAY + start + day) < right


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-22", 1, "2026-12-22"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2027-01-15", -1, "2026-12-15"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-05", 12, "2027-12-05"),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(day: str, months: int, expected: str) -> None:
    assert dt.date.fromordinal(months_on(dt.date.fromisoformat(day).toordinal(), months)).isoformat() == expected


def test_the_ticks_of_weeks() -> None:
    scale = scale_for("week", MONDAY, MONDAY + 60)
    assert [tuple(tick) for tick in coarse_ticks(scale, "week", MONDAY, MONDAY + 14)] == [
        (-22, 8, "November 2026"),
        (8, 39, "December 2026"),
    ]
    assert [tuple(tick) for tick in fine_ticks(scale, "week", MONDAY, MONDAY + 14)] == [(0, 7, "23"), (7, 14, "30")]


def test_the_ticks_of_quarters() -> None:
    scale = scale_for("quarter", MONDAY, MONDAY + 60)
    assert [tick.text for tick in coarse_ticks(scale, "quarter", MONDAY, MONDAY + 60)] == ["2026 Q4", "2027 Q1"]
    assert [tick.text for tick in fine_ticks(scale, "quarter", MONDAY, MONDAY + 60)] == ["Nov", "Dec", "Jan"]
