"""Text fits the terminal, whatever script it is written in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.cells import cells, fit, pad, wrap

WORDS = st.text(st.sampled_from("ab é日本e\u0301👋"), max_size=60)


def test_widths_in_cells() -> None:
    assert cells("abc") == 3
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert cells("Ü👋") == 3


def test_too_long_a_text_ends_in_an_ellipsis() -> None:
    assert fit("landing", 7) == "landing"
    assert fit("landing", 6) == "landi…"
    assert fit("日本語", 4) == "日…"
    assert fit("landing", 0) == ""


def test_padding_counts_cells() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("12", 4, right=True) == "  12"


def test_lines_are_broken_at_spaces() -> None:
    assert list(wrap("one two three four", 9)) == ["one two", "three", "four"]
    assert list(wrap("one two three", 11, "    ", "  - ")) == ["  - one two", "    three"]
    assert list(wrap("one two", None, "    ", "- ")) == ["- one two"]


def test_a_word_without_room_is_broken() -> None:
    assert list(wrap("a abcdefgh", 5)) == ["a", "abcde", "fgh"]
    assert list(wrap("日本語", 3)) == ["日", "本", "語"]


@given(WORDS, st.integers(4, 40))
def test_no_line_is_wider_than_asked_and_no_text_is_lost(text: str, width: int) -> None:
    lines = list(wrap(text, width, "  "))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(WORDS, st.integers(0, 40))
def test_what_is_fitted_is_never_wider(text: str, width: int) -> None:
    assert cells(fit(text, width)) <= max(width, 0)
