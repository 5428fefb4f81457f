"""Anchored dates, worked out by hand. Berlin (B) does not work on 8 March 2027, Warsaw (P) does."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.model.plan import Plan
from tests.model.reading_plans import CALENDARS, kinds, plan_of, read, told

TRAIN = """
trains:
  web:
    team: warsaw
    cut-offs: {code: 3d}
    releases: [{date: 2027-03-18, name: "27.6"}]
"""
SALE = "campaigns: {sale: {team: berlin, launch: 2027-03-15, ends: 2027-04-05, tasks: {t: {deadline: DATE}}}}"
THERE = "{date: 2027-03-15, calendar: p}"
MARKETS = """
campaigns:
  sale:
    team: berlin
    launches: {de: 2027-03-15, pl: {date: 2027-03-22, calendar: p}}
    tasks:
      here: {not-before: launch -10d}
      there: {not-before: launch -10d, for: [pl]}
      both: {not-before: launch -10d, for: [pl, de]}
"""


def day(text: str) -> dt.date | None:
    """The deadline `text` of a task of a campaign that launches on Monday 15 March."""
    plan = plan_of(CALENDARS, TRAIN, SALE.replace("DATE", text))
    return plan.tasks["sale/t"].deadline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("launch", "2027-03-15"),
        ("launch -1d", "2027-03-12"),
        # 9 to 12 March are four days, 1 to 5 March five, and 26 February is the tenth.
        ("launch -10d", "2027-02-26"),
        ("launch -2w", "2027-02-26"),
        ("launch +1d", "2027-03-16"),
        ("launch -0.5d", "2027-03-12"),
        ("launch -14ed", "2027-03-01"),
        ("launch +1ew", "2027-03-22"),
        # 6 to 9 April, twelve days to the 23rd in three weeks less one, and Monday the 26th is the fifteenth.
        ("ends +3w", "2027-04-26"),
        ("sale -4w", "2027-02-12"),
        ("campaign:sale -4w", "2027-02-12"),
        ("sale/ends", "2027-04-05"),
        # In Warsaw: 15 to 17 March, 8 to 12 March, and the 4th is the tenth.
        ("web@27.6 -10d", "2027-03-04"),
        ("web@27.6", "2027-03-18"),
        ("web@2027-03-18 -1d", "2027-03-17"),
        ("train:web@27.6 -1d", "2027-03-17"),
        # Code freezes three days before the 18th, on the 15th; two days before that is the 11th.
        ("web@27.6/code", "2027-03-15"),
        ("web@27.6/code -2d", "2027-03-11"),
    ],
)
def test_days_count_in_the_calendar_of_the_anchor(text: str, date: str) -> None:
    assert day(text) == dt.date.fromisoformat(date)


def test_a_task_for_a_market_means_the_launch_there_in_its_calendar() -> None:
    tasks = plan_of(CALENDARS, MARKETS).tasks
    assert tasks["sale/here"].not_before == dt.date(2027, 2, 26)
    # From Monday 22 March in Poland: 15 to 19 March and 8 to 12 March.
    assert tasks["sale/there"].not_before == dt.date(2027, 3, 8)
    assert tasks["sale/both"].not_before == dt.date(2027, 2, 26)


@pytest.mark.parametrize("launches", [f"de: 2027-03-15, pl: {THERE}", f"pl: {THERE}, de: 2027-03-15"])
def test_of_launches_on_one_day_each_counts_in_its_calendar(launches: str) -> None:
    """Ten working days before Monday 15 March are Monday the 1st in Warsaw, and Friday 26 February in Berlin."""
    plan = plan_of(
        CALENDARS,
        f"campaigns: {{sale: {{team: berlin, launches: {{{launches}}}, tasks: {{t: {{deadline: launch -10d}}}}}}}}\n"
        "projects: {shop: {tasks: {t: {not-before: sale -10d}}}}",
    )
    assert plan.tasks["sale/t"].deadline == dt.date(2027, 2, 26)
    assert plan.tasks["shop/t"].not_before == dt.date(2027, 3, 1)


def test_a_market_can_be_named_and_the_whole_campaign_means_its_last_launch() -> None:
    other = "campaigns: {after: {team: berlin, launch: sale@de +1d, ends: sale, first-shared: sale@pl -10d}}"
    after = plan_of(CALENDARS, MARKETS, other).campaigns["after"]
    assert after.launches[""].date == dt.date(2027, 3, 16)
    assert after.ends == dt.date(2027, 3, 22)
    assert after.first_shared == dt.date(2027, 3, 8)


def test_launches_may_stand_on_launches_and_releases() -> None:
    plan = plan_of(
        CALENDARS,
        TRAIN,
        """
        campaigns:
          first: {team: berlin, launch: web@27.6 +1d}
          second: {team: berlin, launch: {date: first +1w, firm: false}}
          third: {team: berlin, launches: {de: second +1d, pl: third@de +1d}}
        """,
    )
    launches = {
        name: [launch.date.isoformat() for launch in one.launches.values()] for name, one in plan.campaigns.items()
    }
    # 18 March is a Thursday; a week from Friday 19 March is Tuesday 30 March: 26 and 29 March are holidays in Berlin.
    assert launches == {"first": ["2027-03-19"], "second": ["2027-03-30"], "third": ["2027-03-31", "2027-04-01"]}
    assert plan.campaigns["second"].launches[""].firm is False


def test_anchored_dates_are_legal_wherever_a_date_is() -> None:
    plan, faults = read(
        CALENDARS,
        """
        campaigns:
          sale:
            team: berlin
            launch: 2027-03-15
            told: {warsaw: launch -1d}
            first-shared: launch -10d
            tasks:
              t:
                team: warsaw
                start: launch -10d
                request: {asked: launch -14ed, given: {brief: launch -1d, copy: 2027-03-01}, promised: launch -1d}
                roadblocks: [{what: x, due: launch}]
        projects: {pim: {deadline: sale +1d}}
        blackouts: {quiet: {days: sale -1d..sale +1d, bars: [launches]}}
        trains:
          web:
            every: week on tue
            from: sale -2w
            until: sale +2w
            skip: [sale +1d]
            releases: [{date: sale +2d, name: special, cut-offs: {code: {at: sale, until: sale +1d}}}]
        technologies: {cms: {until: sale}}
        reviews: {sync: {from: sale, every: week on mon}}
        """,
    )
    assert told(faults) == []
    sale, task = plan.campaigns["sale"], plan.tasks["sale/t"]
    assert sale.told == {"warsaw": dt.date(2027, 3, 12)}
    assert task.start == dt.date(2027, 2, 26)
    assert task.request is not None
    assert task.request.asked == dt.date(2027, 3, 1)
    assert task.request.given == {"brief": dt.date(2027, 3, 12), "copy": dt.date(2027, 3, 1)}
    assert task.roadblocks[0].due == dt.date(2027, 3, 15)
    assert plan.projects["pim"].deadline == dt.date(2027, 3, 16)
    assert str(plan.blackouts["quiet"].days) == "2027-03-12..2027-03-16"
    train = plan.trains["web"]
    assert (train.from_, train.skip) == (dt.date(2027, 2, 26), (dt.date(2027, 3, 16),))
    cut_off = train.releases[0].cut_offs["code"]
    assert (cut_off.at, cut_off.until) == (dt.date(2027, 3, 15), dt.date(2027, 3, 16))
    assert plan.technologies["cms"].until == dt.date(2027, 3, 15)
    assert plan.reviews["sync"].from_ == dt.date(2027, 3, 15)


def test_settings_may_be_anchored() -> None:
    from roadmap.model.build import build
    from tests.model.reading_plans import TODAY, documents

    files = {"roadmap.yaml": "roadmap: {starts: sale -1d, until: sale +1w}", "a.yaml": SALE.replace("DATE", "launch")}
    plan, faults = build(documents(files), TODAY)
    assert told(faults) == []
    assert (plan.settings.starts, plan.settings.until) == (dt.date(2027, 3, 12), dt.date(2027, 3, 22))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("lunch -10d", 'bad-date: "lunch" is nothing to count days from; did you mean "launch"?'),
        ("Launch -10d", 'bad-date: "Launch" is nothing to count days from; did you mean "launch"?'),
        ("2027-w11", 'bad-date: "2027-w11" is not a date; did you mean "2027-W11"?'),
        ("soon", 'bad-date: "soon" is not a date, and nothing with a date is called so.'),
        ("slae -2d", 'unknown-initiative: No campaign is called "slae"; did you mean "sale"?'),
        ("pim -2d", "bad-date: \"pim\" has no written date, because its day is computed: "
         "anchor on a launch, the end of a live window, a release or a cut-off."),
        ("sale/t -2d", "bad-date: \"sale/t\" has no written date, because its day is computed: "
         "anchor on a launch, the end of a live window, a release or a cut-off."),
        ("web@27.7 -2d", 'unknown-release: The train "web" has no release "27.7"; did you mean "web@27.6"?'),
        ("web@27.6/cod", 'unknown-cut-off: The release "web@27.6" has no cut-off "cod"; did you mean "web@27.6/code"?'),
        ("weeb@27.6", 'unknown-train: No train or campaign is called "weeb"; did you mean "web@27.6"?'),
        ("sale@de", 'unknown-market: "sale" has no launch in "de": correct the name, or define it.'),
        ("launch -36500d", 'bad-date: "launch -36500d" comes to a day outside the years 1900 to 2399.'),
    ],
)  # fmt: skip
def test_anchors_that_are_none(text: str, fault: str) -> None:
    plan, faults = read(CALENDARS, TRAIN, SALE.replace("DATE", text), "projects: {pim: {}}")
    assert told(faults) == [f"c.yaml:1:94 {fault}"]
    assert plan.tasks["sale/t"].deadline is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("launch-10d", "launch -10d"), ("sale+2w", "sale +2w"), ("web@27.6/code-2ed", "web@27.6/code -2ed")],
)
def test_an_offset_wants_a_space_before_it(text: str, meant: str) -> None:
    _, faults = read(CALENDARS, TRAIN, SALE.replace("DATE", text))
    assert told(faults) == [f'c.yaml:1:94 bad-date: "{text}" is nothing to count days from; did you mean "{meant}"?']
    assert faults[0].suggestion == meant


def test_a_suggestion_keeps_the_offset() -> None:
    _, faults = read(CALENDARS, TRAIN, SALE.replace("DATE", "web@27.7/code -2d"))
    assert [fault.suggestion for fault in faults] == ["web@27.6/code -2d"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "campaigns: {a: {tasks: {t: {start: launch -1d}}}}",
            'a.yaml:1:36 bad-date: The campaign "a" has no launch to count from: write its `launch`.',
        ),
        (
            "campaigns: {a: {launch: 2027-03-15, tasks: {t: {start: ends}}}}",
            'a.yaml:1:56 bad-date: The campaign "a" has no `ends` to count from: write it.',
        ),
        (
            "projects: {a: {deadline: launch}}",
            'a.yaml:1:26 bad-date: "a" is a project, which has no `launch`: name the campaign, e.g. spring-sale -4w.',
        ),
        (
            "technologies: {a: {until: launch}}",
            "a.yaml:1:27 bad-date: `launch` is not that of any campaign here: name the campaign, e.g. spring-sale -4w.",
        ),
    ],
)
def test_own_dates_that_are_not_written(text: str, fault: str) -> None:
    assert told(read(text)[1]) == [fault]


def test_what_stands_on_a_date_that_cannot_be_read_is_not_reported_as_well() -> None:
    text = "campaigns: {a: {launch: 2027-02-30, tasks: {t: {start: launch -1d}, u: {start: launch -2d}}}}"
    assert kinds(read(text)[1]) == ["a.yaml:1:25 bad-date"]


def test_a_circle_is_one_fault_that_names_it() -> None:
    plan, faults = read(
        """
        campaigns:
          a: {launch: c -1w, tasks: {t: {start: launch}}}
          b: {launch: a +1d}
          c: {launch: b +1d}
        """
    )
    assert told(faults) == [
        "a.yaml:3:23 bad-date: These dates stand on each other in a circle "
        "(campaign a → campaign c → campaign b → campaign a): write a day for one of them."
    ]
    assert [related.place.line for related in faults[0].related] == [5, 4]
    assert [one.launches for one in plan.campaigns.values()] == [{}, {}, {}]


def test_a_date_cannot_stand_on_itself() -> None:
    assert kinds(read("campaigns: {a: {launch: launch -1d}}")[1]) == ["a.yaml:1:25 bad-date"]


def test_a_train_and_a_launch_may_not_wait_for_each_other() -> None:
    _, faults = read(
        """
        campaigns: {a: {launch: "web@1 +1d"}}
        trains: {web: {releases: [{name: "1", date: a -1d}]}}
        """
    )
    assert kinds(faults) == ["a.yaml:2:33 bad-date"]


def test_a_blackout_may_not_stand_on_days_that_it_takes_away() -> None:
    _, faults = read(
        """
        campaigns: {a: {launch: 2027-03-15}}
        blackouts: {quiet: {days: a -3d, bars: [work]}}
        """
    )
    assert kinds(faults) == ["a.yaml:3:35 bad-date"]


def test_a_blackout_of_launches_may_stand_on_a_release() -> None:
    plan = plan_of(
        """
        trains: {web: {releases: [{date: 2027-03-09}]}}
        blackouts: {after: {days: web@2027-03-09 +1d..web@2027-03-09 +2d, bars: [launches]}}
        """
    )
    assert str(plan.blackouts["after"].days) == "2027-03-10..2027-03-11"


def test_a_long_chain_of_dates_ends_in_a_fault_and_not_in_a_crash() -> None:
    chain = "".join(f"  c{n:04}: {{launch: c{n + 1:04} -1d}}\n" for n in range(2000))
    _, faults = read(f"campaigns:\n{chain}  c2000: {{launch: 2027-03-15}}\n")
    assert {fault.kind for fault in faults} == {"bad-date"}
    assert 0 < len(faults) < 100


def test_a_blackout_of_work_takes_days_from_whom_it_bars() -> None:
    plan = plan_of(
        CALENDARS,
        """
        blackouts:
          move: {days: 2027-03-10, bars: [work], for: [team:warsaw]}
          audit: {days: 2027-03-11, bars: [work], for: [function:marketing]}
          power-cut: {days: 2027-03-12, bars: [work]}
          freeze: {days: 2027-03-09, bars: [releases]}
          own: {days: 2027-03-09, bars: [work], for: [campaign:a]}
        campaigns: {a: {launch: 2027-03-15}}
        """,
    )
    assert worked(plan, "warsaw") == [8, 9, 11]
    assert worked(plan, "berlin") == [9, 10]
    assert worked(plan, None) == [8, 9, 10, 11]
    assert [d for d in range(8, 13) if plan.calendar_days["b"].works(dt.date(2027, 3, d).toordinal())] == [
        9,
        10,
        11,
        12,
    ]


def worked(plan: Plan, team: str | None) -> list[int]:
    """The days from 8 to 12 March 2027 on which a team works."""
    return [d for d in range(8, 13) if plan.workdays[team].works(dt.date(2027, 3, d).toordinal())]


def test_teams_with_the_same_days_share_them() -> None:
    plan = plan_of(CALENDARS, "teams: {one: {calendar: b}, two: {calendar: b}, three: {}}")
    assert plan.workdays["one"] is plan.workdays["two"] is plan.workdays["berlin"] is plan.calendar_days["b"]
    assert plan.workdays["three"] is plan.workdays[None]


def test_open_days_are_worked_whatever_else_they_are() -> None:
    plan = plan_of(
        """
        calendars:
          b: {holidays: DE-BE, closed: {2027-03-08..2027-03-14: Fair}, open: {2027-03-08: Holiday, 2027-03-13: null}}
        teams: {one: {calendar: b}}
        """
    )
    days = [d for d in range(8, 15) if plan.workdays["one"].works(dt.date(2027, 3, d).toordinal())]
    assert days == [8, 13]
