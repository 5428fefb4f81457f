"""The lines above the timeline: what has no room there is never half told. A cell is a day; the first is a Monday."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.layout.scale import Scale, Zoom
from roadmap.model.build import build
from roadmap.model.plan import Plan
from roadmap.source.load import parse
from roadmap.tui.glyphs import UNICODE
from roadmap.tui.timeline.header import Header

MONDAY = dt.date(2026, 11, 16)
DAYS = {"day": 3, "week": 1}
"""Cells of a day."""


def planned(text: str) -> Plan:
    return build({"plan.yaml": parse("plan.yaml", text)}, MONDAY)[0]


def header(text: str = "", today: str = "2026-11-22", left: int = 0, width: int = 20, zoom: Zoom = "week") -> Header:
    scale = Scale(MONDAY.toordinal(), MONDAY.toordinal() + 70, DAYS[zoom])
    now = dt.date.fromisoformat(today).toordinal()
    return Header(scale, zoom, left, width, now, planned(text), UNICODE, lanes=1, blackouts=True)


def drawn(made: Header, line: int) -> str:
    return "".join(made.draw(line).glyphs)


@pytest.mark.parametrize(
    ("left", "width", "today", "weeks"),
    [
        (0, 20, "2026-11-22", "16    ┃23     30    "),
        (1, 20, "2026-11-22", "     ┃23     30     "),  # not the 6th
        (0, 15, "2026-11-22", "16    ┃23      "),  # not the 3rd
        (0, 20, "2026-11-23", "16     ┃23    30    "),
        (0, 20, "2026-11-24", "16      ┃     30    "),  # not the 2nd
    ],
)
def test_no_number_is_cut(left: int, width: int, today: str, weeks: str) -> None:
    assert drawn(header(today=today, left=left, width=width), 1) == weeks


def test_the_day_of_today_makes_room_for_its_sign() -> None:
    assert drawn(header(today="2026-11-18", width=15, zoom="day"), 1) == "16 17 ┃  19 20 "


@pytest.mark.parametrize(
    ("width", "months"),
    [
        (30, "November 2026  │ December 2026"),
        (29, "November 2026  │ December    "),
        (24, "November 2026  │        "),
        (12, "November    "),
    ],
)
def test_a_month_is_named_as_far_as_there_is_room(width: int, months: str) -> None:
    assert drawn(header(width=width), 0) == months


TRAINS = """\
teams: {web: {}}
trains:
  a: {team: web, releases: [{date: 2026-11-20}]}
  b: {team: web, releases: [{date: 2026-11-22}]}
"""


def test_releases_that_have_no_line_are_counted() -> None:
    made = header(TRAINS)
    assert (made.label(2), drawn(made, 2)) == ("Releases", "    ▼ ▼b            ")
    made = header(f"{TRAINS}  c: {{team: web, releases: [{{date: 2026-11-22, name: one}}]}}\n")
    assert (made.label(2), drawn(made, 2)) == ("Releases, 1 more", "    ▼ ▼b            ")


@pytest.mark.parametrize(
    ("blackouts", "line"),
    [
        (
            "{a: {title: Peak trading, days: 2026-11-17..2026-11-19}, b: {title: End, days: 2026-11-28..2026-11-30}}",
            " ▒▒▒ Peak … ▒▒▒ End ",
        ),
        ("{all: {title: Summer, days: 2026-11-10..2026-12-31}}", "▒Summer▒▒▒▒▒▒▒▒▒▒▒▒▒"),
        ("{all: {title: Inventory, days: 2026-12-04..2026-12-04}}", "                  ▒ "),
    ],
)
def test_the_name_of_a_blackout_stands_where_it_has_most_room(blackouts: str, line: str) -> None:
    assert drawn(header(f"blackouts: {blackouts}\n"), 3) == line
