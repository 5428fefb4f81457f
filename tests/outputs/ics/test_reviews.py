"""Review meetings: recurrences that other programs follow to the same days, less those on which nobody meets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar
import pytest
from dateutil.rrule import rrulestr

from roadmap.model.meetings import meetings
from tests.outputs.ics.making import days, events_of, made, studied

PLAN = """\
calendars:
  berlin: {week: mon-fri, holidays: DE-BE, closed: {2026-12-24..2027-01-01: Shutdown}}
  warsaw: {week: mon-fri, holidays: PL, closed: {2026-12-24..2027-01-01: Shutdown}}
teams: {brand: {calendar: berlin}, crm: {calendar: berlin}, content: {calendar: warsaw}}
reviews:
  sync:
    title: Sync
    every: EVERY
    at: "14:00"
    for: 45m
    from: 2026-11-01
    until: 2027-06-30
    teams: [TEAMS]
    conference: https://meet.plan.example/sync
"""


def plan(every: str = "every month on the first wed", teams: str = "brand, content") -> str:
    return PLAN.replace("EVERY", every).replace("TEAMS", teams)


def followed(event: icalendar.Event) -> list[dt.date]:
    """The days that dateutil comes to."""
    start = event.decoded("DTSTART")
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    left_out = event.get("EXDATE")
    left_out = {each.dt for each in left_out.dts} if left_out is not None else set()
    found = [time for time in rule if time not in left_out]
    assert all(time.hour == 14 for time in found if isinstance(time, dt.datetime))
    return [time.date() for time in found]


def test_a_meeting_stays_at_its_time_of_day_over_the_change_of_clocks(tmp_path: Path) -> None:
    event = events_of(made(tmp_path, plan()))["review-sync"]
    assert days(event) == ("20261104T140000", "20261104T144500")
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    # 6 January is a holiday in Poland, so only one of two teams works.
    assert event["EXDATE"].to_ical() == b"20270106T140000"
    assert event["EXDATE"].params["TZID"] == "Europe/Berlin"
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20270602T120000Z;BYDAY=1WE"
    assert (event["STATUS"], event["TRANSP"], event["SUMMARY"]) == ("CONFIRMED", "OPAQUE", "Review: Sync")
    assert event["CONFERENCE"] == "https://meet.plan.example/sync"
    expected = ["2026-11-04", "2026-12-02", "2027-02-03", "2027-03-03", "2027-04-07", "2027-05-05", "2027-06-02"]
    assert [day.isoformat() for day in followed(event)] == expected


def test_it_takes_place_when_two_of_its_teams_work(tmp_path: Path) -> None:
    event = events_of(made(tmp_path, plan(teams="brand, crm, content")))["review-sync"]
    assert "EXDATE" not in event
    assert dt.date(2027, 1, 6) in followed(event)
    assert event["DESCRIPTION"].endswith("Not everybody works:\n- Wed 2027-01-06: without content")


def test_one_team_alone_meets_when_it_works(tmp_path: Path) -> None:
    event = events_of(made(tmp_path, plan(teams="content")))["review-sync"]
    assert dt.date(2027, 1, 6) not in followed(event)


@pytest.mark.parametrize(
    "every",
    [
        "every 2 weeks on tue",
        "every 3 weeks on mon and thu",
        "every month on the last fri",
        "every 2 months on the first wed",
        "every month on the 15th",
        "every month on the last weekday",
        "FREQ=DAILY;INTERVAL=10;COUNT=12",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO,WE",
        "FREQ=MONTHLY;BYDAY=1MO,3MO;UNTIL=20270401",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
    ],
)
def test_other_programs_follow_the_rule_to_the_days_that_are_held(every: str, tmp_path: Path) -> None:
    study = studied(tmp_path, plan(f'"{every}"'))
    held = meetings(study.plan, study.plan.reviews["sync"], study.today).held
    event = events_of(made(tmp_path, plan(f'"{every}"')))["review-sync"]
    assert len(held) > 2
    assert followed(event) == list(held)


def test_a_first_day_that_falls_out_is_not_the_start(tmp_path: Path) -> None:
    late = plan().replace("from: 2026-11-01", "from: 2027-01-01")
    event = events_of(made(tmp_path, late))["review-sync"]
    assert days(event)[0] == "20270203T140000"
    assert "EXDATE" not in event


def test_a_meeting_without_a_time_lasts_all_day(tmp_path: Path) -> None:
    event = events_of(made(tmp_path, plan().replace('    at: "14:00"\n', "")))["review-sync"]
    assert days(event) == ("20261104", "20261105")
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20270602;BYDAY=1WE"
    assert event["EXDATE"].to_ical() == b"20270106"
    assert event["EXDATE"].params["VALUE"] == "DATE"


def test_the_time_zone_comes_with_it_and_utc_needs_none(tmp_path: Path) -> None:
    content = made(tmp_path, plan())
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert b"TZID:Europe/Berlin\r\n" in content
    assert b"RDATE" not in content
    (tmp_path / "utc").mkdir()
    from tests.outputs.ics.making import calendar_of
    from tests.plan_text import load

    study = load(tmp_path / "utc", {"roadmap.yaml": "roadmap: {until: 2027-12-31}\n", "p.yaml": plan()}, "2026-11-22")
    in_utc = calendar_of(study)[0]
    assert b"VTIMEZONE" not in in_utc
    assert b"DTSTART:20261104T140000Z\r\n" in in_utc


def test_a_meeting_that_never_takes_place_is_no_event(tmp_path: Path) -> None:
    never = plan().replace("until: 2027-06-30", "until: 2026-11-02")
    assert events_of(made(tmp_path, never)) == {}
