"""Time zones as yearly rules: the same offsets as the time zone database, for every zone that there is."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from io import StringIO

import pytest
from dateutil.tz import tzical

from roadmap.outputs.ics.library import content
from roadmap.outputs.ics.zone_rules import time_zone
from roadmap.source.zones import Zone, ZoneError, zone_named

BERLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""

# One zone for each rule that there is, so that no form of it is left out.
ZONES = sorted({zone_named(name).rule: name for name in sorted(zoneinfo.available_timezones())}.values())


def test_berlin() -> None:
    assert content(time_zone(zone_named("Europe/Berlin"))) == BERLIN.replace("\n", "\r\n").encode()


def test_a_zone_without_summer_time_has_one_part() -> None:
    lines = content(time_zone(zone_named("Asia/Tokyo"))).decode().split("\r\n")
    assert lines[2:8] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZNAME:JST",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "END:STANDARD",
    ]


@pytest.mark.parametrize("name", ZONES)
def test_another_program_reads_the_same_offsets(name: str) -> None:
    zone = zone_named(name)
    text = content(time_zone(zone)).decode()
    read = tzical(StringIO(text)).get()
    for year in (2030, 2035):
        first = dt.datetime(year, 1, 1, 12, 30)
        for number in range(365):
            noon = first + dt.timedelta(days=number)
            assert noon.replace(tzinfo=read).utcoffset() == noon.replace(tzinfo=zone.info).utcoffset(), noon


@pytest.mark.parametrize("rule", ["", "nonsense", "CET-1CEST,J60,J300", "CET-1CEST"])
def test_a_rule_of_another_form_is_refused_in_words(rule: str) -> None:
    with pytest.raises(ZoneError, match="is not understood"):
        time_zone(Zone("Here/There", rule, dt.UTC))
