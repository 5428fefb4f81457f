"""Colours and links, where they are wanted."""

from __future__ import annotations

from pathlib import Path

from roadmap.outputs.style import PLAIN, Style
from roadmap.source.nodes import Place

PLACE = Place("campaigns/spring.yaml", 12, 5, 12, 9)


def test_plain_text_stays_plain() -> None:
    assert PLAIN.paint("late", "bold", "red") == "late"
    assert PLAIN.link("here", PLACE) == "here"


def test_paint_ends_where_it_began() -> None:
    assert Style(colour=True).paint("late", "bold", "red") == "\x1b[1;31mlate\x1b[0m"
    assert Style(colour=True).paint("", "red") == ""


def test_a_link_leads_to_the_line() -> None:
    link = Style(colour=True, root=Path("/work space")).link("here", PLACE)
    assert link == "\x1b]8;;file:///work%20space/campaigns/spring.yaml#12\x1b\\here\x1b]8;;\x1b\\"


def test_a_file_name_cannot_end_the_link_early() -> None:
    link = Style(colour=True, root=Path("/w")).link("x", PLACE._replace(path="a\x1b\\b\x07\n#.yaml"))
    assert link == "\x1b]8;;file:///w/a%1B%5Cb%07%0A%23.yaml#12\x1b\\x\x1b]8;;\x1b\\"


def test_a_file_name_that_cannot_be_an_address_is_no_link() -> None:
    assert Style(colour=True, root=Path("/w")).link("x", PLACE._replace(path="\ud800.yaml")) == "x"
