"""What icalendar does not do right is still so: a test that fails here says that it was mended, and that its place in
`outputs/ics/library.py` can go.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import icalendar
import pytest

from roadmap.outputs.ics import library

FOUR_HOURS = dt.timedelta(hours=4)


def optimised(program: str) -> str:
    """What a program prints in a Python without assertions, where a broken line is written and not refused."""
    script = f"import icalendar, sys; sys.stdout.write(({program}).to_ical().decode())"
    return subprocess.run([sys.executable, "-O", "-c", script], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", ["NAME", "X-WR-CALNAME"])
def test_upstream_still_writes_names_as_they_are(name: str) -> None:
    assert f"\n{name}:a\nATTACH:b" in optimised(r"icalendar.Calendar.new(name='a\nATTACH:b')").replace("\r", "")


def test_upstream_still_writes_the_twin_of_the_description_as_it_is() -> None:
    written = optimised(r"icalendar.Calendar.new(description='a\nATTACH:b')").replace("\r", "")
    assert "\nX-WR-CALDESC:a\nATTACH:b" in written


def test_upstream_still_leaves_out_that_the_interval_is_a_duration() -> None:
    assert b"\r\nREFRESH-INTERVAL:PT4H\r\n" in icalendar.Calendar.new(refresh_interval=FOUR_HOURS).to_ical()


def test_upstream_still_leaves_out_the_relation_of_links() -> None:
    assert b"\r\nLINK;VALUE=URI:https://a.example\r\n" in icalendar.Event.new(links=["https://a.example"]).to_ical()


def test_upstream_still_gives_calendars_and_events_random_uids() -> None:
    for kind in (icalendar.Calendar, icalendar.Event):
        assert kind.new()["UID"] != kind.new()["UID"]


def test_upstream_still_dates_events_by_the_clock() -> None:
    assert abs(icalendar.Event.new().DTSTAMP - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_upstream_still_writes_any_text_as_a_uri() -> None:
    event = icalendar.Event()
    event.add("URL", icalendar.vUri("javascript:alert(1) \x07"))
    assert b"\r\nURL:javascript:alert(1) \x07\r\n" in event.to_ical()


def test_upstream_still_folds_inside_pairs_of_backslashes() -> None:
    event = icalendar.Event()
    event.add("SUMMARY", icalendar.vText("x" * 64 + "\\" * 4))
    first, second = event.to_ical().split(b"\r\n")[1:3]
    assert first.endswith(b"x\\")
    assert second == b" " + b"\\" * 7


def test_upstream_still_makes_time_zones_of_lists_of_dates() -> None:
    from zoneinfo import ZoneInfo

    calendar = icalendar.Calendar()
    event = icalendar.Event()
    event.add("DTSTART", dt.datetime(2027, 3, 3, 14, tzinfo=ZoneInfo("Europe/Berlin")))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    zone = calendar.walk("VTIMEZONE")[0].to_ical()
    assert b"RDATE" in zone
    assert b"RRULE" not in zone


def test_ours_starts_without_uid_and_date() -> None:
    assert library.content(library.calendar()).split(b"\r\n") == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//roadmap//roadmap//EN",
        b"CALSCALE:GREGORIAN",
        b"END:VCALENDAR",
        b"",
    ]
    assert library.content(library.event()) == b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"


def test_ours_escapes_both_names() -> None:
    calendar = library.calendar()
    library.named(calendar, "NAME", "X-WR-CALNAME", "a\nATTACH:b; c, d\\")
    lines = library.content(calendar).split(b"\r\n")
    assert rb"NAME:a\nATTACH:b\; c\, d\\" in lines
    assert rb"X-WR-CALNAME:a\nATTACH:b\; c\, d\\" in lines


def test_ours_says_that_an_interval_is_a_duration() -> None:
    calendar = library.calendar()
    library.interval(calendar, "REFRESH-INTERVAL", FOUR_HOURS)
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in library.content(calendar)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/x,y;z?q=1#f", b"URL:https://a.example/x,y;z?q=1#f"),
        ("https://a.example/ü x", b"URL:https://a.example/%C3%BC%20x"),
        ("https://a.example/\r\nATTACH:b", b"URL:https://a.example/%0D%0AATTACH:b"),
        ("tel:+49-30-1234", b"URL:tel:+49-30-1234"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("no address", None),
        ("", None),
    ],
)
def test_ours_writes_only_addresses(address: str, written: bytes | None) -> None:
    event = library.event()
    library.uri(event, "URL", address, said=False)
    assert library.content(event).split(b"\r\n")[1:-2] == ([written] if written else [])


def test_ours_writes_days_and_times_as_rfc_5545_has_them() -> None:
    from zoneinfo import ZoneInfo

    event = library.event()
    library.moment(event, "DTSTART", dt.date(2027, 3, 15))
    library.moment(event, "DTSTAMP", dt.datetime(2027, 3, 1, 9, 30, tzinfo=dt.UTC))
    berlin = ZoneInfo("Europe/Berlin")
    library.moments(event, "EXDATE", [dt.datetime(2027, 1, 6, 14, tzinfo=berlin)])
    library.moments(event, "RDATE", [dt.date(2027, 1, 6), dt.date(2027, 1, 7)])
    lines = library.content(event).split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20270315" in lines
    assert b"DTSTAMP:20270301T093000Z" in lines
    assert b"EXDATE;TZID=Europe/Berlin:20270106T140000" in lines
    assert b"RDATE;VALUE=DATE:20270106,20270107" in lines
