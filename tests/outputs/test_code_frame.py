"""A frame shows the line of a plan file, and the mark stands exactly under what is meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.cells import cells
from roadmap.outputs.code_frame import CodeFrames
from roadmap.outputs.style import Style
from roadmap.source.nodes import Place


def frame(text: str, place: tuple[int, int, int, int], label: str = "", width: int | None = None) -> list[str]:
    frames = CodeFrames({"a.yaml": text}, Style(width=width))
    return list(frames.frame(Place("a.yaml", *place), "^", "red", label, gutter=2))


def test_the_stretch_is_marked() -> None:
    assert frame("campaigns:\n  spring:\n    launch: 2027-03-15 # hard\n", (3, 13, 3, 23)) == [
        "   |",
        " 3 |     launch: 2027-03-15 # hard",
        "   |             ^^^^^^^^^^",
    ]


def test_a_label_stands_behind_the_mark() -> None:
    assert frame("notice: 10d\n", (1, 1, 1, 7), "needs 10 working days")[-1] == "   | ^^^^^^ needs 10 working days"


def test_wide_characters_take_two_cells_and_combining_ones_none() -> None:
    assert frame("日本e\u0301: x\n", (1, 7, 1, 8)) == ["   |", " 1 | 日本e\u0301: x", "   |        ^"]
    assert frame("日本: x\n", (1, 1, 1, 3))[-1] == "   | ^^^^"


def test_tabs_become_spaces() -> None:
    assert frame("a:\tb\tc\n", (1, 6, 1, 7)) == ["   |", " 1 | a:  b   c", "   |         ^"]


def test_control_characters_are_shown_and_the_mark_still_fits() -> None:
    assert frame("a: \x1b[1m b\n", (1, 9, 1, 10)) == ["   |", " 1 | a: \\u{1b}[1m b", "   |              ^"]


def test_a_stretch_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert frame("a: [b,\n  c]\n", (1, 4, 2, 5))[-1] == "   |    ^^^"


def test_a_place_without_extent_gets_one_mark() -> None:
    assert frame("a:\n", (1, 3, 1, 3))[-1] == "   |   ^"
    assert frame("", (1, 1, 1, 1)) == ["   |", " 1 |", "   | ^"]


def test_a_line_that_is_not_there_has_no_frame() -> None:
    assert frame("a: 1\n", (7, 1, 7, 2)) == []
    assert list(CodeFrames({}, Style()).frame(Place("b.yaml", 1, 1, 1, 2), "^", "red", "", 1)) == []


def test_lines_end_as_in_yaml() -> None:
    assert frame("a: 1\r\nb: 2\rc: 3\n", (3, 4, 3, 5))[1] == " 3 | c: 3"


def test_a_long_line_is_cropped_around_the_stretch() -> None:
    text = "x" * 500 + "HERE" + "y" * 500
    assert frame(text, (1, 501, 1, 505), width=25) == [
        "   |",
        " 1 | …xxxxxxHEREyyyyyyyy…",
        "   |        ^^^^",
    ]


@given(st.text(st.sampled_from("ab\t日e\u0301\x1b "), min_size=1, max_size=120), st.data(), st.integers(20, 60))
def test_nothing_is_wider_than_the_terminal_and_marks_stay_under_the_line(
    text: str, data: st.DataObject, width: int
) -> None:
    column = data.draw(st.integers(1, len(text)))
    lines = frame(text, (1, column, 1, column + 1), "why it matters", width)
    assert all(cells(line) <= width for line in lines)
    assert "^" in "".join(lines)
