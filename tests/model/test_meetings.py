"""On which days review meetings take place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from roadmap.model.meetings import meetings
from tests.plan_text import load

PLAN = """\
calendars: {berlin: {holidays: DE-BE}, warsaw: {holidays: PL}}
teams: {brand: {calendar: berlin}, content: {calendar: warsaw}, crm: {calendar: warsaw}}
reviews:
  sync: {every: every month on the first wed, from: 2026-12-01, until: 2027-03-31, teams: [TEAMS], skip: [2027-02-03]}
"""


def held(root: Path, plan: str, settings: str = "") -> list[str]:
    study = load(root, {"roadmap.yaml": f"roadmap: {{{settings}}}\n", "plan.yaml": plan}, "2026-11-22")
    return [day.isoformat() for day in meetings(study.plan, study.plan.reviews["sync"], study.today).held]


@pytest.mark.parametrize(
    ("teams", "expected"),
    [
        # 6 January is a holiday in Poland, and 3 February is skipped.
        ("brand, content", ["2026-12-02", "2027-03-03"]),
        ("content", ["2026-12-02", "2027-03-03"]),
        ("content, crm", ["2026-12-02", "2027-03-03"]),
        ("brand", ["2026-12-02", "2027-01-06", "2027-03-03"]),
        ("", ["2026-12-02", "2027-01-06", "2027-03-03"]),
    ],
)
def test_it_takes_place_when_two_of_its_teams_work(tmp_path: Path, teams: str, expected: list[str]) -> None:
    assert held(tmp_path, PLAN.replace("TEAMS", teams)) == expected


def test_without_days_of_its_own_it_goes_from_the_beginning_of_the_plan_to_its_horizon(tmp_path: Path) -> None:
    plan = "reviews: {sync: {every: every month on the 15th}}\n"
    assert held(tmp_path, plan, "starts: 2026-11-01, until: 2027-01-31") == ["2026-11-15", "2026-12-15", "2027-01-15"]


def test_without_any_it_goes_from_this_year_to_the_end_of_the_year_after_next(tmp_path: Path) -> None:
    days = held(tmp_path, "reviews: {sync: {every: every month on the 15th}}\n")
    assert (days[0], days[-1], len(days)) == ("2026-01-15", "2028-12-15", 36)


@pytest.mark.parametrize("plan", ["reviews: {sync: {title: Sync}}\n", PLAN.replace("2027-03-31", "2026-11-30")])
def test_one_that_never_takes_place_has_no_days(tmp_path: Path, plan: str) -> None:
    assert held(tmp_path, plan.replace("TEAMS", "brand")) == []


def test_a_daily_meeting_of_fifty_years_is_followed_to_its_end(tmp_path: Path) -> None:
    plan = "reviews: {sync: {every: every day, from: 1980-01-01, until: 2030-12-31}}\n"
    days = held(tmp_path, plan)
    assert days[-1] == "2030-12-31"
    assert len(days) == (dt.date(2030, 12, 31) - dt.date(1980, 1, 1)).days + 1
