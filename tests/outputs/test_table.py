"""Tables fit the terminal: columns become narrower, then the least important ones are left out."""

from __future__ import annotations

from roadmap.outputs.style import Style
from roadmap.outputs.table import Cell, Column, Row, table

COLUMNS = (Column("task", least=6), Column("team", keep=1), Column("float", right=True, keep=2))
ROWS: list[Row] = [
    "spring",
    (Cell("landing page"), Cell("web"), Cell("-4")),
    (Cell("copy"), Cell("brand"), Cell("12")),
]


def shown(width: int | None) -> list[str]:
    return list(table(COLUMNS, ROWS, Style(width=width)))


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert shown(None) == [
        "task          team   float",
        "spring",
        "landing page  web       -4",
        "copy          brand     12",
    ]


def test_a_column_that_may_become_narrower_does() -> None:
    assert shown(22) == [
        "task      team   float",
        "spring",
        "landing…  web       -4",
        "copy      brand     12",
    ]


def test_the_least_important_column_goes_first() -> None:
    assert shown(19) == [
        "task          float",
        "spring",
        "landing page     -4",
        "copy             12",
    ]


def test_the_most_important_column_stays_whatever_happens() -> None:
    assert shown(5) == ["task", "spring", "landi…", "copy"]


def test_columns_with_nothing_in_them_are_left_out() -> None:
    rows = [(Cell("landing"), Cell(""), Cell("0")), (Cell("copy"), Cell(""), Cell("1"))]
    assert list(table(COLUMNS, rows, Style())) == ["task     float", "landing      0", "copy         1"]
    assert list(table(COLUMNS, ["spring: an idea"], Style())) == ["spring: an idea"]
    assert list(table(COLUMNS, [], Style(width=80))) == []


def test_cells_are_made_visible_before_they_are_measured() -> None:
    lines = list(table((Column("task"), Column("team")), [(Cell("a\x1b[1m"), Cell("web"))], Style()))
    assert lines == ["task        team", "a\\u{1b}[1m  web"]
