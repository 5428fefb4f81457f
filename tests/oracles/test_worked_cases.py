"""The fifteen cases that were worked out by hand when the meaning of dates was settled. Years are 2027 unless said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.plan_text import load

if TYPE_CHECKING:
    from roadmap import Study

# Holidays near: in Berlin 8 March (Women's Day) and 26 and 29 March (Easter); in Poland 29 March only.
BASE = """
roadmap: {calendar: berlin}
calendars:
  berlin: {week: mon-fri, holidays: DE-BE, closed: {2026-12-24..2027-01-01: Shutdown}}
  poland: {week: mon-fri, holidays: PL}
teams:
  b: {calendar: berlin}
  p: {calendar: poland}
"""


def on(text: str) -> dt.date:
    """``Fri 5 Mar`` (of 2027), ``Fri 11 Dec 2026``; the weekday must be right."""
    weekday, rest = text.split(" ", 1)
    found = dt.datetime.strptime(rest if len(rest) > 6 else f"{rest} 2027", "%d %b %Y").date()
    assert found.strftime("%a") == weekday, text
    return found


def study(root: Path, text: str, today: str = "2027-02-01") -> Study:
    loaded = load(root, {"roadmap.yaml": BASE, "case.yaml": text}, today)
    assert loaded.faults == ()
    return loaded


def days(loaded: Study, task: str) -> tuple[dt.date, dt.date]:
    """First and last day of work."""
    dates = loaded.schedule.tasks[task]
    return dates.first_day, dates.last_day


@pytest.mark.parametrize(("team", "first"), [("p", "Wed 10 Mar"), ("b", "Thu 11 Mar")])
def test_case_1_working_lag_counts_in_the_calendar_of_the_successor(tmp_path: Path, team: str, first: str) -> None:
    loaded = study(
        tmp_path,
        f"""
projects:
  x: {{team: b, tasks: {{a: {{duration: 5d, not-before: 2027-03-01}}}}}}
  y: {{team: {team}, tasks: {{b: {{duration: 2d, needs: [x/a +2d]}}}}}}
""",
    )
    assert days(loaded, "x/a") == (on("Mon 1 Mar"), on("Fri 5 Mar"))
    assert days(loaded, "y/b")[0] == on(first)


def test_case_2_a_week_of_lag_is_five_working_days_and_the_start_moves_past_a_holiday(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x:
    team: b
    tasks:
      a: {duration: 10d, not-before: 2027-03-01}
      b: {duration: 3d, needs: [a SS +1w]}
""",
    )
    assert days(loaded, "x/b") == (on("Tue 9 Mar"), on("Thu 11 Mar"))


def test_case_3_a_lead_before_a_finish_passes_over_a_holiday(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x: {team: p, tasks: {a: {duration: 7d, not-before: 2027-03-01}}}
  y: {team: b, tasks: {b: {duration: 5d, needs: [x/a FF -1d]}}}
""",
    )
    assert days(loaded, "x/a")[1] == on("Tue 9 Mar")
    assert days(loaded, "y/b") == (on("Mon 1 Mar"), on("Fri 5 Mar"))


def test_case_4_a_finish_that_waits_for_a_start_is_the_last_working_day_before_it(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x:
    team: b
    tasks:
      a: {duration: 5d, not-before: 2027-03-09}
      b: {duration: 3d, needs: [a SF]}
""",
    )
    assert days(loaded, "x/a")[0] == on("Tue 9 Mar")
    assert days(loaded, "x/b") == (on("Wed 3 Mar"), on("Fri 5 Mar"))


def test_case_5_a_finish_on_a_day_that_only_the_predecessor_works_pulls_the_successor_past_it(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x: {team: p, tasks: {a: {duration: 6d, not-before: 2027-03-01}}}
  y: {team: b, tasks: {b: {duration: 2d, needs: [x/a FF]}}}
""",
    )
    assert days(loaded, "x/a")[1] == on("Mon 8 Mar")
    assert days(loaded, "y/b") == (on("Fri 5 Mar"), on("Tue 9 Mar"))


def test_case_6_a_milestone_after_elapsed_lag_moves_to_the_start_of_a_working_day(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x:
    team: b
    tasks:
      a: {duration: 5d, not-before: 2027-03-01}
      m: {duration: 0d, needs: [a +1ed]}
""",
    )
    assert days(loaded, "x/m") == (on("Tue 9 Mar"), on("Tue 9 Mar"))
    assert loaded.schedule.tasks["x/m"].shown_at == "start"


@pytest.mark.parametrize(
    ("first", "finished", "available"),
    [("2027-02-22", "Thu 25 Feb", "Tue 2 Mar"), ("2027-02-23", "Fri 26 Feb", "Tue 16 Mar")],
)
def test_case_7_work_after_the_cut_off_waits_for_the_next_release(
    tmp_path: Path, first: str, finished: str, available: str
) -> None:
    loaded = study(
        tmp_path,
        f"""
trains:
  web: {{team: b, cut-offs: {{code: 3d}}, releases: [{{date: 2027-03-02}}, {{date: 2027-03-16}}]}}
projects:
  x: {{team: b, tasks: {{a: {{duration: 4d, not-before: {first}, ships-on: web}}}}}}
""",
    )
    dates = loaded.schedule.tasks["x/a"]
    assert dates.last_day == on(finished)
    assert dates.available == on(available).toordinal()
    assert dates.releases == (f"web@{on(available)}",)


def test_case_8_a_slot_on_a_holiday_moves_back_and_keeps_its_name(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
trains:
  web:
    team: b
    every: 2 weeks on mon
    from: 2027-02-08
    until: 2027-03-31
    on-closed-day: previous
    cut-offs: {code: 3d}
projects:
  x: {team: b, tasks: {a: {duration: 4d, ships-on: web}}}
""",
    )
    releases = {release.id: release for release in loaded.plan.releases["web"]}
    assert list(releases) == ["web@2027-02-08", "web@2027-02-22", "web@2027-03-08", "web@2027-03-22"]
    assert releases["web@2027-03-08"].date == on("Fri 5 Mar")
    assert releases["web@2027-03-08"].cut_offs == {"code": on("Tue 2 Mar")}
    assert releases["web@2027-03-22"].date == on("Mon 22 Mar")


def test_case_9_a_pin_in_the_past_is_shown_beside_what_is_possible(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x:
    team: b
    tasks:
      a: {duration: 5d, start: 2027-02-01}
      b: {duration: 1d, needs: [a]}
""",
        today="2027-02-10",
    )
    assert loaded.schedule.tasks["x/a"].pinned_start == on("Mon 1 Feb").toordinal()
    assert days(loaded, "x/a") == (on("Wed 10 Feb"), on("Tue 16 Feb"))
    assert days(loaded, "x/b")[0] == on("Wed 17 Feb")


@pytest.mark.parametrize(("more", "last"), [("", "Thu 11 Feb"), (", remaining: 3d", "Fri 12 Feb")])
def test_case_10_work_in_hand_ends_after_what_remains(tmp_path: Path, more: str, last: str) -> None:
    loaded = study(
        tmp_path,
        f"""
projects:
  x: {{team: b, tasks: {{a: {{duration: 5d, status: doing, started: 2027-02-05{more}}}}}}}
""",
        today="2027-02-10",
    )
    assert days(loaded, "x/a") == (on("Fri 5 Feb"), on(last))


def test_case_11_elapsed_work_runs_through_weekends(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x:
    team: b
    tasks:
      a: {duration: 5d, not-before: 2027-03-01}
      wait: {duration: 14ed, needs: [a]}
      next: {duration: 1d, needs: [wait]}
      later: {duration: 14ed, needs: [a +1ed]}
""",
    )
    assert days(loaded, "x/wait") == (on("Sat 6 Mar"), on("Fri 19 Mar"))
    assert days(loaded, "x/next")[0] == on("Mon 22 Mar")
    assert days(loaded, "x/later")[0] == on("Sun 7 Mar")


def test_case_12_late_dates_go_through_the_last_release_that_is_not_barred(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
services: {page: {team: b, notice: 10d}}
trains: {web: {team: b, every: 2 weeks on tue, from: 2027-02-16, until: 2027-03-31, cut-offs: {code: 3d}}}
blackouts: {peak: {days: 2027-03-01..2027-03-05, bars: [releases]}}
campaigns:
  x: {team: p, launch: 2027-03-15, tasks: {a: {duration: 5d, service: page, ships-on: web}}}
""",
        today="2026-11-22",
    )
    dates = loaded.schedule.tasks["x/a"]
    assert dates.releases == ("web@2027-02-16",)
    assert dates.late_start == on("Fri 5 Feb").toordinal()
    assert dates.late_end == on("Fri 12 Feb").toordinal()  # so the last day of work is Thursday the 11th
    assert dates.ask_by == on("Fri 22 Jan")
    assert dates.bound_by == "launch x"


def test_case_13_the_notice_passes_over_a_shutdown(tmp_path: Path) -> None:
    text = """
services: {page: {team: b, notice: 10d}}
projects:
  x: {team: p, tasks: {a: {duration: 5d, service: page, deadline: 2027-01-11%s}}}
"""
    unasked = study(tmp_path / "unasked", text % "", today="2026-11-22").schedule.tasks["x/a"]
    assert unasked.late_start == on("Tue 5 Jan").toordinal()
    assert unasked.ask_by == on("Fri 11 Dec 2026")

    asked = study(tmp_path / "asked", text % ", request: {asked: 2026-12-11}", today="2026-11-22").schedule.tasks["x/a"]
    assert asked.first_day == on("Tue 5 Jan")


def test_case_14_late_finish_before_a_deadline_or_launch_on_a_closed_day(tmp_path: Path) -> None:
    loaded = study(
        tmp_path,
        """
projects:
  x: {team: b, tasks: {a: {duration: 3d, deadline: 2027-03-13}}}
campaigns:
  berlin: {team: b, launch: 2027-03-28, tasks: {a: {duration: 3d, not-before: 2027-03-22}}}
  poland: {team: p, launch: 2027-03-28, tasks: {a: {duration: 3d, not-before: 2027-03-22}}}
""",
    )
    tasks, launches = loaded.schedule.tasks, loaded.schedule.launches
    assert tasks["x/a"].late_end == on("Sat 13 Mar").toordinal()  # so the last day is Friday the 12th
    assert tasks["berlin/a"].late_end == on("Fri 26 Mar").toordinal()  # Thursday the 25th
    assert tasks["poland/a"].late_end == on("Sat 27 Mar").toordinal()  # Friday the 26th
    assert days(loaded, "berlin/a")[1] == days(loaded, "poland/a")[1] == on("Wed 24 Mar")
    assert launches["berlin"].float_ == 1
    assert launches["poland"].float_ == 2


@pytest.mark.parametrize(
    ("post", "teaser_days", "post_days"),
    [
        (", alap: true", ("Fri 5 Mar", "Wed 10 Mar"), ("Thu 11 Mar", "Fri 12 Mar")),  # the 8th is a holiday
        ("", ("Mon 1 Feb", "Wed 3 Feb"), ("Thu 4 Feb", "Fri 5 Feb")),
    ],
    ids=["both alap", "only the teaser alap"],
)
def test_case_15_alap_work_never_moves_what_needs_it(
    tmp_path: Path, post: str, teaser_days: tuple[str, str], post_days: tuple[str, str]
) -> None:
    loaded = study(
        tmp_path,
        f"""
campaigns:
  x:
    team: b
    launch: 2027-03-15
    tasks:
      teaser: {{duration: 3d, alap: true}}
      post: {{duration: 2d, needs: [teaser]{post}}}
""",
    )
    assert days(loaded, "x/teaser") == (on(teaser_days[0]), on(teaser_days[1]))
    assert days(loaded, "x/post") == (on(post_days[0]), on(post_days[1]))
