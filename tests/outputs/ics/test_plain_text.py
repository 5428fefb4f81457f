"""Text in calendars: nothing is lost but control characters, and a summary has one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.ics.plain_text import lines, one_line


@pytest.mark.parametrize(
    ("text", "line", "several"),
    [
        ("Spring sale", "Spring sale", "Spring sale"),
        (" edge spaces  stay ", " edge spaces  stay ", " edge spaces  stay "),
        ("one\r\ntwo\n\nthree", "one two three", "one\ntwo\n\nthree"),
        ("old\rMac", "old Mac", "old\nMac"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a b c d e f", "a\nb\nc\nd\ne\nf"),
        ("tab\tstop", "tab stop", "tab stop"),
        ("\x1b[31mred\x07\x00\x7f\x9b", "[31mred", "[31mred"),
        ("😀 ẞ \u200d \u202e", "😀 ẞ \u200d \u202e", "😀 ẞ \u200d \u202e"),
        ("\ufeffbyte order\ufeff", "byte order", "byte order"),
        ("lone \ud800", "lone \ufffd", "lone \ufffd"),
        ("", "", ""),
    ],
)
def test_what_stays_and_what_goes(text: str, line: str, several: str) -> None:
    assert one_line(text) == line
    assert lines(text) == several


@given(st.text())
def test_a_summary_is_one_line_that_utf_8_can_hold(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)
    line.encode()
    assert one_line(line) == line
