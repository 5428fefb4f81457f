"""Dates by logic, on small plans whose dates were worked out by hand. Calendar b: Monday to Friday, holidays of Berlin
(Monday 8 March, Good Friday 26 March and Easter Monday 29 March 2027)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from roadmap import Study
from roadmap.schedule.chain import chain
from roadmap.schedule.slack import free_floats
from tests.plan_text import load

BASE = """
roadmap: {calendar: berlin}
calendars: {berlin: {week: mon-fri, holidays: DE-BE}}
teams: {web: {}, brand: {}}
"""


def study(root: Path, text: str, today: str = "2027-02-01") -> Study:
    loaded = load(root, {"roadmap.yaml": BASE, "case.yaml": text}, today)
    assert loaded.faults == ()
    return loaded


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2027-{text}")


TRAIN = """
trains:
  web: {team: web, every: 2 weeks on tue, from: 2027-02-02, until: 2027-04-30, cut-offs: {scope: 10d, code: 3d}}
"""
# Slots: 2 and 16 February, 2, 16 and 30 March, 13 and 27 April. Code cut-offs, 3 working days before: 28 January, 11,
# and 25 February, 11 March, 23 March (29 and 26 are holidays: 25, 24, 23), 8 and 22 April.


class TestProgress:
    def test_done_keeps_its_actual_days_and_the_successor_starts_today(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 5d, status: done, started: 2027-01-11, finished: 2027-01-20}
      b: {duration: 2d, needs: [a]}
""",
        )
        tasks = loaded.schedule.tasks
        assert (tasks["x/a"].first_day, tasks["x/a"].last_day) == (day("01-11"), day("01-20"))
        assert (tasks["x/b"].first_day, tasks["x/b"].last_day) == (day("02-01"), day("02-02"))

    def test_work_under_way_does_not_wait_for_its_open_predecessors(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 20d}
      b: {duration: 5d, needs: [a], status: doing, started: 2027-01-28}
""",
        )
        # Thursday 28 and Friday 29 January are spent: three days remain, Monday to Wednesday.
        assert loaded.schedule.tasks["x/b"].last_day == day("02-03")

    def test_work_without_an_estimate_that_is_under_way_is_no_milestone(self, tmp_path: Path) -> None:
        loaded = study(tmp_path, "projects: {x: {team: web, tasks: {a: {status: doing, started: 2027-01-28}}}}")
        dates = loaded.schedule.tasks["x/a"]
        assert (dates.first_day, dates.last_day, dates.shown_at) == (day("01-28"), day("02-01"), None)

    def test_overrun_work_takes_one_more_day(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            "projects: {x: {team: web, tasks: {a: {duration: 2d, status: doing, started: 2027-01-04}}}}",
        )
        assert loaded.schedule.tasks["x/a"].last_day == day("02-01")

    def test_work_under_way_is_not_late_for_what_only_waits_for_its_start(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c:
    team: web
    launch: 2027-03-01
    tasks:
      a: {duration: 5d, status: doing, started: 2027-01-18, remaining: 10d}
      b: {duration: 1d, needs: [a SS], deadline: 2027-02-03}
""",
        )
        # a takes the two weeks until Friday 12 February, long after the deadline of b, and began in time for it. What
        # it must be ready for is the launch: the ten working days from 15 to 26 February are left.
        dates = loaded.schedule.tasks["c/a"]
        assert (dates.last_day, dates.bound_by, dates.total_float) == (day("02-12"), "launch c", 10)
        assert loaded.schedule.tasks["c/b"].first_day == day("02-01")
        assert loaded.schedule.tasks["c/b"].total_float == 2


class TestPins:
    def test_a_later_pin_moves_what_follows(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 5d, start: 2027-02-15}
      b: {duration: 1d, needs: [a]}
""",
        )
        tasks = loaded.schedule.tasks
        assert tasks["x/a"].pinned_start is None
        assert (tasks["x/a"].first_day, tasks["x/b"].first_day) == (day("02-15"), day("02-22"))

    def test_an_impossible_pin_is_kept_beside_the_possible_dates(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 5d}
      b: {duration: 5d, needs: [a], start: 2027-02-03}
""",
        )
        dates = loaded.schedule.tasks["x/b"]
        assert dates.pinned_start == day("02-03").toordinal()
        assert dates.first_day == day("02-08")

    def test_two_pins_give_the_duration(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {start: 2027-03-04, finish: 2027-03-10}
      b: {duration: 1d, needs: [a]}
""",
        )
        dates = loaded.schedule.tasks["x/a"]
        assert (dates.first_day, dates.last_day) == (day("03-04"), day("03-10"))
        assert loaded.schedule.tasks["x/b"].first_day == day("03-11")

    def test_a_pinned_finish_holds_work_back(self, tmp_path: Path) -> None:
        loaded = study(tmp_path, "projects: {x: {team: web, tasks: {a: {duration: 3d, finish: 2027-03-10}}}}")
        # Wednesday 10, Tuesday 9, and, since Monday 8 is a holiday, Friday 5 March.
        dates = loaded.schedule.tasks["x/a"]
        assert (dates.first_day, dates.last_day) == (day("03-05"), day("03-10"))


class TestRequests:
    TEXT = """
services: {{page: {{team: web, notice: 10d, duration: 3d, needs-from-asker: [brief]}}}}
campaigns:
  sale:
    team: brand
    launch: 2027-03-15
    tasks:
      brief: {{duration: 2d, provides: [brief]}}
      landing: {{service: page, request: {request}}}
"""

    def landing(self, root: Path, request: str) -> tuple[dt.date, dt.date | None]:
        dates = study(root, self.TEXT.format(request=request)).schedule.tasks["sale/landing"]
        return dates.first_day, dates.ask_by

    def test_unasked_counts_as_asked_today_and_is_complete_the_day_after_the_brief_ends(self, tmp_path: Path) -> None:
        # Brief 1 and 2 February; ten working days from the 3rd: 3 to 16 February. Late: finish Friday 12 March, start
        # Wednesday 10 March; ten working days before, less the holiday on the 8th: 23 February.
        assert self.landing(tmp_path, "{}") == (day("02-17"), day("02-23"))

    def test_given_in_full(self, tmp_path: Path) -> None:
        # Complete on Thursday 28 January: ten working days to Wednesday 10 February.
        request = "{asked: 2027-01-27, given: {brief: 2027-01-28}}"
        assert self.landing(tmp_path, request)[0] == day("02-11")

    def test_an_accepted_request_has_no_notice_left(self, tmp_path: Path) -> None:
        request = "{asked: 2027-01-27, answer: accepted, answered: 2027-01-28}"
        assert self.landing(tmp_path, request) == (day("02-01"), None)

    def test_a_declined_request_is_still_planned(self, tmp_path: Path) -> None:
        request = "{asked: 2027-01-27, given: {brief: 2027-01-28}, answer: declined, because: No people}"
        assert self.landing(tmp_path, request)[0] == day("02-11")


class TestTrains:
    def dates(self, root: Path, task: str, today: str = "2027-02-01") -> tuple[dt.date, str]:
        text = TRAIN + f"projects: {{x: {{team: web, tasks: {{a: {{{task}}}}}}}}}"
        dates = study(root, text, today).schedule.tasks["x/a"]
        assert dates.available is not None
        return dt.date.fromordinal(dates.available), dates.releases[0]

    def test_the_first_release_whose_gate_is_not_before_the_end(self, tmp_path: Path) -> None:
        # Nine days from 1 February end on the 11th, the cut-off of 16 February.
        assert self.dates(tmp_path, "duration: 9d, ships-on: web") == (day("02-16"), "web@2027-02-16")

    def test_a_day_late_waits_for_the_next(self, tmp_path: Path) -> None:
        assert self.dates(tmp_path, "duration: 10d, ships-on: web") == (day("03-02"), "web@2027-03-02")

    def test_another_gate(self, tmp_path: Path) -> None:
        # Scope: ten working days before 16 February is the 2nd, before 2 March the 16th.
        assert self.dates(tmp_path, "duration: 9d, ships-on: web, gate: scope") == (day("03-02"), "web@2027-03-02")

    def test_a_later_pinned_release_holds_it_back(self, tmp_path: Path) -> None:
        task = "duration: 2d, ships-on: web, release: web@2027-03-16"
        assert self.dates(tmp_path, task) == (day("03-16"), "web@2027-03-16")

    def test_a_missed_pinned_release_gives_way_to_the_next(self, tmp_path: Path) -> None:
        task = "duration: 10d, ships-on: web, release: web@2027-02-16"
        assert self.dates(tmp_path, task) == (day("03-02"), "web@2027-03-02")

    def test_beyond_the_timetable_nothing_carries_it_and_the_launch_has_no_date(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            TRAIN
            + """
campaigns: {c: {team: brand, launch: 2027-06-01, tasks: {a: {team: web, duration: 60d, ships-on: web}}}}
""",
        )
        assert loaded.schedule.tasks["c/a"].available is None
        assert loaded.schedule.launches["c"].possible is None
        assert not loaded.schedule.launches["c"].met

    def test_the_work_alone(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            TRAIN
            + """
projects:
  x:
    team: web
    tasks:
      a: {duration: 2d, ships-on: web}
      b: {duration: 1d, needs: [a.work]}
      c: {duration: 1d, needs: [a]}
""",
        )
        # 1 and 2 February, ships on the 16th.
        assert loaded.schedule.tasks["x/b"].first_day == day("02-03")
        assert loaded.schedule.tasks["x/c"].first_day == day("02-16")

    def test_work_on_two_trains_must_catch_the_last_release_of_each(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            TRAIN
            + """
  app: {team: web, releases: [{date: 2027-02-09}, {date: 2027-03-09}], cut-offs: {code: 5d}}
campaigns:
  x: {team: brand, launch: 2027-03-15, tasks: {a: {team: web, duration: 2d, ships-on: [web, app]}}}
""",
        )
        # Before 15 March the last releases are web of 2 March, whose code is frozen on 25 February, and app of 9 March,
        # whose code is frozen on 1 March (5, 4, 3, 2, 1 March; the 8th is a holiday).
        dates = loaded.schedule.tasks["x/a"]
        assert dates.late_end == day("02-26").toordinal()


class TestLaunches:
    TEXT = """
campaigns:
  c:
    team: brand
    launch: 2027-02-15
    tasks:
      a: {{duration: {must}, priority: must}}
      b: {{duration: {should}, priority: should}}
      after: {{duration: 2d, after-launch: true}}
"""

    @pytest.mark.parametrize(
        ("must", "possible", "days", "after"),
        [
            ("10d", "02-15", 0, "02-15"),  # ends Friday the 12th
            ("11d", "02-16", -1, "02-16"),  # ends Monday the 15th
            ("15d", "02-22", -5, "02-22"),  # ends Friday the 19th: the next working day is Monday
        ],
    )
    def test_a_launch_is_never_earlier_than_written(
        self, tmp_path: Path, must: str, possible: str, days: int, after: str
    ) -> None:
        loaded = study(tmp_path, self.TEXT.format(must=must, should="1d"))
        launch = loaded.schedule.launches["c"]
        assert launch.possible == day(possible).toordinal()
        assert launch.float_ == days
        assert launch.decided_by == "c/a"
        assert loaded.schedule.tasks["c/after"].first_day == day(after)

    def test_a_launch_goes_ahead_without_what_it_should_have(self, tmp_path: Path) -> None:
        loaded = study(tmp_path, self.TEXT.format(must="1d", should="30d"))
        assert loaded.schedule.launches["c"].met
        # 15 February less 30 working days is before today: the task is late, the launch is not.
        assert loaded.schedule.tasks["c/b"].total_float == -20

    def test_what_a_launch_can_do_without_does_not_hurry_a_must(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c:
    team: brand
    launch: 2027-02-15
    tasks:
      a: {duration: 2d}
      b: {duration: 5d, needs: [a], priority: should}
""",
        )
        # a may end on Friday 12 February although b then comes after the launch; b itself should start on Monday 8.
        assert loaded.schedule.tasks["c/a"].total_float == 8
        assert loaded.schedule.tasks["c/b"].total_float == 3

    def test_a_launch_bounds_before_what_only_follows_it(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c:
    team: brand
    launch: 2027-02-15
    tasks:
      a: {duration: 11d, priority: should}
      report: {duration: 2d, after-launch: true, needs: [a]}
""",
        )
        # Eleven days from 1 February end on the 15th, one day after Friday the 12th.
        dates = loaded.schedule.tasks["c/a"]
        assert (dates.bound_by, dates.total_float) == ("launch c", -1)


class TestMilestones:
    """Where milestones stand, and how late, around days off. Monday 8 March is a holiday."""

    def test_a_working_day_before_the_end_of_monday_is_the_end_of_friday(self, tmp_path: Path) -> None:
        tasks = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 1d, not-before: 2027-03-15}
      built: {duration: 0d, needs: [a]}
      rehearsed: {duration: 0d, needs: [built -1d]}
      shipping: {duration: 2ed, needs: [rehearsed]}
""",
        ).schedule.tasks
        rehearsed = tasks["x/rehearsed"]
        assert (tasks["x/built"].first_day, tasks["x/built"].shown_at) == (day("03-15"), "end")
        assert (rehearsed.first_day, rehearsed.shown_at) == (day("03-12"), "end")
        assert tasks["x/shipping"].first_day == day("03-13")

    def test_what_would_fall_on_a_day_off_and_be_moved_past_a_launch_must_fall_before(self, tmp_path: Path) -> None:
        tasks = study(
            tmp_path,
            """
campaigns:
  c:
    team: brand
    launch: 2027-03-21
    tasks:
      submit: {duration: 1d}
      approved: {duration: 0d, needs: [submit +5ed]}
      handed-in: {duration: 0d}
      heard: {duration: 0d, needs: [handed-in +5ed]}
""",
        ).schedule.tasks
        # Submitted on Monday 15 March, it is approved on the 21st, a Sunday, so on Monday, after the launch; submitted
        # on Friday, on Thursday. From 1 February to 11 March there are 28 working days.
        assert tasks["c/submit"].late_end - 1 == day("03-12").toordinal()
        assert tasks["c/submit"].total_float == 28
        # Five days after Tuesday the 16th is Sunday, after Monday the 15th Saturday, after Sunday the 14th Friday the
        # 19th: one working day more, since it falls on the end of Friday the 12th, not before it.
        assert tasks["c/handed-in"].late_end == day("03-14").toordinal()
        assert tasks["c/handed-in"].total_float == 29

    def test_notice_for_a_milestone_before_a_launch_on_sunday_is_over_on_friday(self, tmp_path: Path) -> None:
        text = """
teams: {legal: {notice: 3d}}
campaigns:
  c:
    team: brand
    launch: 2027-03-21
    tasks: {cleared: {team: legal, duration: 0d, request: {asked: ASKED}}}
"""
        # The 16th, 17th and 18th are notice, and it can be cleared on Friday; asked on the 17th, only on Monday.
        in_time = study(tmp_path / "in-time", text.replace("ASKED", "2027-03-16"))
        assert in_time.schedule.tasks["c/cleared"].ask_by == day("03-16")
        assert in_time.schedule.tasks["c/cleared"].first_day == day("03-19")
        assert in_time.schedule.launches["c"].met
        late = study(tmp_path / "late", text.replace("ASKED", "2027-03-17"))
        assert late.schedule.tasks["c/cleared"].first_day == day("03-22")
        assert not late.schedule.launches["c"].met

    @pytest.mark.parametrize(
        ("brief", "request_"),
        [
            ("{duration: 1d, not-before: 2027-03-09, provides: [brief]}", "{asked: 2027-02-01}"),
            ("null", "{asked: 2027-02-01, given: {brief: 2027-03-10}}"),
        ],
    )
    def test_notice_counts_alike_after_what_a_task_provides_and_what_is_given(
        self, tmp_path: Path, brief: str, request_: str
    ) -> None:
        tasks = study(
            tmp_path,
            f"""
teams: {{legal: {{}}}}
services: {{clearance: {{team: legal, notice: 2d, needs-from-asker: [brief]}}}}
projects:
  x:
    team: web
    tasks:
      brief: {brief}
      cleared: {{service: clearance, duration: 0d, request: {request_}}}
""",
        ).schedule.tasks
        # Complete on Wednesday 10 March: that day and Thursday are notice.
        assert (tasks["x/cleared"].first_day, tasks["x/cleared"].shown_at) == (day("03-12"), "start")


class TestFloat:
    def test_a_diamond(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 2d}
      long: {duration: 5d, needs: [a]}
      short: {duration: 2d, needs: [a]}
      end: {duration: 1d, needs: [long, short]}
""",
        )
        free = free_floats(loaded.problem, loaded.schedule)
        found = {name: (dates.total_float, free[name]) for name, dates in loaded.schedule.tasks.items()}
        assert found == {"x/a": (0, 0), "x/long": (0, 0), "x/short": (3, 3), "x/end": (0, 0)}
        assert loaded.schedule.tasks["x/short"].bound_by == "end x"

    def test_a_deadline_that_cannot_be_kept(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects: {x: {team: web, tasks: {a: {duration: 5d}, b: {duration: 5d, needs: [a], deadline: 2027-02-10}}}}
""",
        )
        # b ends on Friday the 12th, two days after Wednesday the 10th; a is as late.
        tasks = loaded.schedule.tasks
        assert (tasks["x/a"].total_float, tasks["x/b"].total_float) == (-2, -2)
        assert tasks["x/a"].bound_by == "deadline x/b"

    def test_a_promise_of_shipped_work_is_kept_by_a_release(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            TRAIN
            + """
projects:
  x:
    team: brand
    tasks:
      a: {team: web, duration: 2d, ships-on: web, request: {answer: accepted, promised: 2027-03-10}}
""",
        )
        # The last release by 10 March is 2 March; its code cut-off is Thursday 25 February.
        dates = loaded.schedule.tasks["x/a"]
        assert dt.date.fromordinal(dates.late_end - 1) == day("02-25")
        assert dates.bound_by == "promised x/a"

    def test_elapsed_work_that_nothing_waits_for_is_free_by_its_whole_float(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c:
    team: brand
    launch: 2027-03-21
    tasks: {transport: {duration: 2ed, not-before: 2027-03-10}}
""",
        )
        dates, free = loaded.schedule.tasks["c/transport"], free_floats(loaded.problem, loaded.schedule)
        # It may start on Friday the 19th instead of Wednesday the 10th: 10, 11, 12 and 15 to 18 March.
        assert dates.late_start == day("03-19").toordinal()
        assert (dates.total_float, free["c/transport"]) == (7, 7)


class TestAsLateAsPossible:
    def test_a_deadline_of_its_own_comes_before_what_needs_it(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c: {team: web, launch: 2027-03-15, tasks: {a: {duration: 2d, alap: true, deadline: 2027-02-05}}}
""",
        )
        dates = loaded.schedule.tasks["c/a"]
        assert (dates.first_day, dates.last_day) == (day("02-04"), day("02-05"))


class TestNetwork:
    def test_what_stands_in_a_circle_has_no_dates_and_the_rest_has(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x: {team: web, tasks: {a: {duration: 1d, needs: [b]}, b: {duration: 1d, needs: [a]}, c: {duration: 1d}}}
  y: {team: web, tasks: {d: {duration: 1d}}}
""",
        )
        assert set(loaded.schedule.tasks) == {"x/c", "y/d"}
        assert set(loaded.problem.stuck) >= {"x/a", "x/b"}

    def test_ideas_schedule_nothing_and_are_not_bridged(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x: {team: web, tasks: {a: {duration: 10d}}}
  y: {team: web, status: idea, tasks: {b: {duration: 10d, needs: [x/a]}}}
  z: {team: web, tasks: {c: {duration: 1d, needs: [y/b]}}}
""",
        )
        assert "y/b" not in loaded.schedule.tasks
        assert loaded.schedule.tasks["z/c"].first_day == day("02-01")

    def test_a_release_a_cut_off_and_the_end_of_a_live_window_can_be_waited_for(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            TRAIN
            + """
campaigns: {c: {team: brand, launch: 2027-02-15, ends: 2027-02-19, tasks: {a: {duration: 1d}}}}
projects:
  x:
    team: web
    tasks:
      after-release: {duration: 1d, needs: [web@2027-03-16]}
      after-cut-off: {duration: 1d, needs: [web@2027-03-16/code]}
      after-campaign: {duration: 1d, needs: [c/ends]}
""",
        )
        tasks = loaded.schedule.tasks
        assert tasks["x/after-release"].first_day == day("03-16")
        assert tasks["x/after-cut-off"].first_day == day("03-12")
        assert tasks["x/after-campaign"].first_day == day("02-22")


class TestChain:
    def test_what_waits_for_a_launch_is_explained_by_its_written_day(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
campaigns:
  c:
    team: brand
    launch: 2027-03-15
    tasks:
      page: {duration: 5d}
      thanks: {duration: 2d, after-launch: true}
""",
        )
        # The page is ready on 5 February; the launch is not brought forward to it.
        steps = chain(loaded.problem, loaded.schedule, "c/thanks")
        assert [(step.kind, step.node, dt.date.fromordinal(step.boundary)) for step in steps] == [
            ("launch", "c", day("03-15")),
            ("link", "c/thanks", day("03-15")),
            ("work", "c/thanks", day("03-17")),
        ]
        assert steps[0].text == "c is launched on 2027-03-15"
        assert steps[0].place is not None and steps[0].place.line == 5

    def test_a_launch_that_took_place_hurries_nothing(self, tmp_path: Path) -> None:
        """What follows it does not wait for what it went ahead without."""
        found = study(
            tmp_path,
            """
            campaigns:
              c:
                team: brand
                launch: 2027-03-15
                launched: 2027-03-15
                tasks:
                  before: {duration: 3d}
                  after: {duration: 3d, after-launch: true, deadline: 2027-03-19}
            """,
            "2027-03-16",
        )
        tasks = found.schedule.tasks
        assert {name: dates.bound_by for name, dates in tasks.items()} == {
            "c/before": "end c",
            "c/after": "deadline c/after",
        }

    def test_a_milestone_that_falls_on_a_day_off_waits_for_a_working_day(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
projects:
  x:
    team: web
    tasks:
      a: {duration: 1d, not-before: 2027-03-05}
      arrived: {duration: 0d, needs: [a +1ed]}
      opened: {duration: 0d, not-before: 2027-03-06}
""",
        )
        # A calendar day after Friday 5 March is over on Saturday; Monday the 8th is a holiday, so Tuesday the 9th.
        arrived = chain(loaded.problem, loaded.schedule, "x/arrived")[-2:]
        assert [(step.kind, dt.date.fromordinal(step.boundary), step.days) for step in arrived] == [
            ("link", day("03-07"), 1),
            ("calendar", day("03-09"), 2),
        ]
        opened = chain(loaded.problem, loaded.schedule, "x/opened")
        assert [(step.kind, dt.date.fromordinal(step.boundary)) for step in opened] == [
            ("not-before", day("03-06")),
            ("calendar", day("03-09")),
        ]
        assert opened[0].text == "x/opened starts on 2027-03-06 or later (not-before)"

    def test_work_may_end_on_the_day_of_its_release(self, tmp_path: Path) -> None:
        loaded = study(
            tmp_path,
            """
trains: {web: {team: web, cut-offs: {code: 0d}, releases: [{date: 2027-02-05}]}}
projects: {x: {team: web, tasks: {a: {duration: 5d, ships-on: web}}}}
""",
        )
        # 1 to 5 February, with the release of the 5th: available at the end of that day.
        *_, work, release = chain(loaded.problem, loaded.schedule, "x/a")
        assert (work.boundary, release.boundary, release.days) == (
            day("02-06").toordinal(),
            day("02-06").toordinal(),
            0,
        )

    def test_from_today_over_a_train_to_a_launch(self, tmp_path: Path) -> None:

        loaded = study(
            tmp_path,
            TRAIN
            + """
projects: {pim: {team: web, tasks: {feed: {duration: 10d, ships-on: web}}}}
campaigns: {sale: {team: brand, launch: 2027-03-01, tasks: {page: {duration: 2d, needs: [pim/feed]}}}}
""",
        )
        steps = chain(loaded.problem, loaded.schedule, "sale")
        # 1 to 12 February, one day after the cut-off of 16 February: 2 March; then 2 and 3 March, launch on the 4th.
        assert [(step.kind, step.node, step.boundary) for step in steps] == [
            ("today", "pim/feed", day("02-01").toordinal()),
            ("work", "pim/feed", day("02-13").toordinal()),
            ("release", "pim/feed", day("03-02").toordinal()),
            ("link", "sale/page", day("03-02").toordinal()),
            ("work", "sale/page", day("03-04").toordinal()),
            ("launch", "sale", day("03-04").toordinal()),
        ]
        assert "misses web@2027-02-16 by 1 working day" in steps[2].text
