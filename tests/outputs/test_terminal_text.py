"""Text from plan files never steers a terminal, and never hides in it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.terminal_text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Spring sale", "Spring sale"),
        ("Überraschung für 日本 👋", "Überraschung für 日本 👋"),
        ("e\u0301", "e\u0301"),  # an accent that combines
        ("a\u00a0b", "a\u00a0b"),  # a space that does not break
        ("\x1b[31mred", "\\u{1b}[31mred"),
        ("\x1b]8;;https://evil.example\x1b\\x", "\\u{1b}]8;;https://evil.example\\u{1b}\\x"),
        ("\x9b31m", "\\u{9b}31m"),  # the eight-bit way to say ESC [
        ("\x07\x08\x7f\x00", "\\u{7}\\u{8}\\u{7f}\\u{0}"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("\u202eecilA", "\\u{202e}ecilA"),
        ("\u2066x\u2069", "\\u{2066}x\\u{2069}"),
        ("zero\u200bwidth\u200d\ufeff", "zero\\u{200b}width\\u{200d}\\u{feff}"),
        ("soft\u00adhyphen", "soft\\u{ad}hyphen"),
        ("line\u2028paragraph\u2029", "line\\u{2028}paragraph\\u{2029}"),
        ("\ud800", "\\u{d800}"),
        ("tag\U000e0041", "tag\\u{e0041}"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_character_of_unicode_that_controls_or_formats_gets_through() -> None:
    dangerous = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    through = [
        code for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in dangerous and chr(code) in visible(chr(code))
    ]  # fmt: skip
    assert through == []


@given(st.text(st.characters()))
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert len(once) >= len(text)
