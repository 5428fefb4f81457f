"""Time zones by name, with the rule that goes on after their tables end."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.source.zones import ZoneError, zone_named


@pytest.mark.parametrize(
    ("name", "rule", "utc"),
    [
        ("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3", False),
        ("America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0", False),
        ("Asia/Tokyo", "JST-9", False),
        ("UTC", "UTC0", True),
        ("Etc/UTC", "UTC0", True),
    ],
)
def test_the_rule_of_a_zone(name: str, rule: str, utc: bool) -> None:
    zone = zone_named(name)
    assert (zone.name, zone.rule, zone.is_utc) == (name, rule, utc)


def test_arithmetic_knows_summer_time() -> None:
    info = zone_named("Europe/Berlin").info
    assert dt.datetime(2027, 7, 1, tzinfo=info).utcoffset() == dt.timedelta(hours=2)


@pytest.mark.parametrize("name", ["Nowhere/Land", "../../etc/passwd", "", "Europe"])
def test_what_is_no_zone_is_refused_in_words(name: str) -> None:
    with pytest.raises(ZoneError, match="there is no time zone"):
        zone_named(name)
