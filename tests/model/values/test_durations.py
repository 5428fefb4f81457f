"""Durations, estimates and effort, as planners write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.values.durations import Duration, Effort, Estimate, working_time
from roadmap.model.values.value import Problem

AMOUNTS = st.integers(0, 5000) | st.integers(0, 50000).map(lambda tenths: tenths / 10)
DURATIONS = st.builds(Duration, AMOUNTS.map(float), st.sampled_from(["d", "w", "ed", "ew"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5d", Duration(5, "d")),
        ("2w", Duration(2, "w")),
        ("0d", Duration(0, "d")),
        ("0.5d", Duration(0.5, "d")),
        ("14ed", Duration(14, "ed")),
        ("2ew", Duration(2, "ew")),
        ("36500d", Duration(36500, "d")),
    ],
)
def test_durations(text: str, value: Duration) -> None:
    assert Duration.parse(text) == value


@pytest.mark.parametrize(("text", "value"), [("-2d", Duration(-2, "d")), ("+1w", Duration(1, "w"))])
def test_lags_have_signs(text: str, value: Duration) -> None:
    assert Duration.parse_signed(text) == value
    assert isinstance(Duration.parse(text), Problem)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("5", None), ("d", None), ("", None), ("5x", None), ("5d ", "5d"), ("5 d", "5d"), ("5D", "5d"),
        ("5 days", "5d"), ("3 weeks", "3w"),
        ("1e3d", None), ("٣d", None), ("5d..", None), ("999999999d", None), ("9" * 5000 + "d", None),
        ("36501d", None), ("5215w", None), ("nand", None), ("infd", None),
    ],
)  # fmt: skip
def test_what_is_no_duration(text: str, suggestion: str | None) -> None:
    problem = Duration.parse(text)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.suggestion) == ("bad-duration", suggestion)


def test_a_problem_says_what_was_read_and_what_is_expected() -> None:
    problem = Duration.parse("5 monkeys")
    assert isinstance(problem, Problem)
    assert problem.message == (
        '"5 monkeys" is not a duration: '
        "write a number of working days (5d), weeks (2w), calendar days (14ed) or calendar weeks (2ew)"
    )


@given(DURATIONS)
def test_what_is_printed_is_read_back(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for parse in (Duration.parse, Duration.parse_signed, Estimate.parse, Effort.parse):
        parse(text)


def test_notice_is_counted_in_working_days() -> None:
    assert working_time("10d") == Duration(10, "d")
    problem = working_time("14ed")
    assert isinstance(problem, Problem)
    assert problem.suggestion is None  # 14 calendar days are not 14 working days


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("5d", ("5d", "5d", "5d")),
        ("3d..5d..10d", ("3d", "5d", "10d")),
        ("3d..10d", ("3d", "6.5d", "10d")),  # with two points likely is their mean
        ("1w..8d..2w", ("1w", "8d", "2w")),
        ("7ed..2ew..21ed", ("7ed", "2ew", "21ed")),
        ("3d .. 5d ..10d", ("3d", "5d", "10d")),
    ],
)
def test_estimates(text: str, points: tuple[str, str, str]) -> None:
    assert Estimate.parse(text) == Estimate(*(Duration.parse(point) for point in points))


@pytest.mark.parametrize(
    "text", ["5d..3d", "3d..2d..5d", "1d..2d..3d..4d", "3d..10ed", "3d..2w", "3d..", "..", "3d-5d", "8d..1w..8d"]
)
def test_what_is_no_estimate(text: str) -> None:
    problem = Estimate.parse(text)
    assert isinstance(problem, Problem)
    assert problem.kind == "bad-duration"


def test_a_week_may_have_any_number_of_days() -> None:
    # 4w are 24 days of a six-day week: whether 22d come before is not known here.
    assert isinstance(Estimate.parse("4w..22d..5w"), Estimate)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12pd", Effort(12, 12, 12)), ("8pd..12pd..20pd", Effort(8, 12, 20)), ("8pd .. 12pd", Effort(8, 10, 12))],
)
def test_effort(text: str, value: Effort) -> None:
    assert Effort.parse(text) == value
    assert Effort.parse(str(value)) == value


@pytest.mark.parametrize("text", ["12", "12d", "pd", "3pd..2pd", "1pd..2pd..3pd..4pd", "1e9pd", "99999pd", "-1pd"])
def test_what_is_no_effort(text: str) -> None:
    assert isinstance(Effort.parse(text), Problem)


def test_a_bare_number_may_mean_person_days() -> None:
    problem = Effort.parse("12")
    assert isinstance(problem, Problem)
    assert problem.suggestion == "12pd"
