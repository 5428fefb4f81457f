"""Comments that suppress findings are found where they are comments, and belong to the right line."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.source.load import parse
from roadmap.source.suppressions import Suppression


def found(text: str) -> tuple[Suppression, ...]:
    return parse("plan.yaml", text).suppressions


def test_all_parts_are_read() -> None:
    comment = "# roadmap: ignore[LT203, RT] until 2027-01-31 because the vendor confirmed by phone"
    (suppression,) = found(f"a: 1  {comment}\n")
    assert suppression == Suppression(
        ("LT203", "RT"),
        dt.date(2027, 1, 31),
        "the vendor confirmed by phone",
        1,
        ("plan.yaml", 1, 7, 1, 7 + len(comment)),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("comment", "codes", "until", "because"),
    [
        ("# roadmap: ignore[LT203]", ("LT203",), None, None),
        ("#roadmap: ignore[ask-by-past]", ("ask-by-past",), None, None),
        ("# roadmap: ignore", (), None, None),
        ("# roadmap: ignore[]", (), None, None),
        ("# roadmap: ignore LT203 because it hurts", (), None, None),
        ("# roadmap: ignore until 2027-01-31 because x", (), dt.date(2027, 1, 31), "x"),
        ("# roadmap: ignore[LT203] because x", ("LT203",), None, "x"),
        ("# roadmap: ignore[LT203] until 2027-01-31", ("LT203",), dt.date(2027, 1, 31), None),
        ("# roadmap: ignore[LT203] until 2027-01-31, because x", ("LT203",), dt.date(2027, 1, 31), "x"),
        ("# roadmap: ignore[LT203] until 2027-02-30 because x", ("LT203",), None, "x"),
        ("# roadmap: ignore[LT203] until spring because x", ("LT203",), None, "x"),
        ("# agreed # roadmap: ignore[LT203]", ("LT203",), None, None),
    ],
)
def test_missing_and_unreadable_parts_are_left_to_the_checks(
    comment: str, codes: tuple[str, ...], until: dt.date | None, because: str | None
) -> None:
    (suppression,) = found(f"a: 1 {comment}\n")
    assert (suppression.codes, suppression.until, suppression.because) == (codes, until, because)


@pytest.mark.parametrize(
    "comment", ["# roadmap: ignored things", "# roadmap ignore[LT203]", "# see roadmap: ignore[X]"]
)
def test_other_comments_are_not_meant(comment: str) -> None:
    assert found(f"a: 1 {comment}\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # roadmap: ignore[LT203]"\n',
        "a: 'x\n  # roadmap: ignore[LT203]\n  y'\n",
        "a: |\n  x\n  # roadmap: ignore[LT203]\n",
        "a: x# roadmap: ignore[LT203]\n",
        "a: >\n  # roadmap: ignore[LT203]\nb: 1\n",
    ],
)
def test_the_words_inside_a_text_are_no_comment(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1 # roadmap: ignore[X]\nb: 2\n", 1),
        ("# roadmap: ignore[X]\na: 1\n", 2),
        ("a:\n  # roadmap: ignore[X]\n\n  # more\n  b: 1\n", 5),
        ("a: |  # roadmap: ignore[X]\n  text\n", 1),
        ("a: |\n  text\n# roadmap: ignore[X]\nb: 1\n", 4),
        ("a: [b,  # roadmap: ignore[X]\n  c]\n", 1),
        ("a: [b,\n  # roadmap: ignore[X]\n  c]\n", 3),
        ('a: "b\n  c" # roadmap: ignore[X]\n', 2),
        ("a: 1\r\n# roadmap: ignore[X]\r\nb: 2\r\n", 3),
        ("a: 1\n# roadmap: ignore[X]\n", 2),
    ],
)
def test_it_means_its_own_line_or_where_it_stands_alone_the_next_that_holds_something(text: str, line: int) -> None:
    (suppression,) = found(text)
    assert suppression.line == line


def test_several_above_one_line_all_mean_that_line() -> None:
    text = "# roadmap: ignore[A]\n# roadmap: ignore[B]\na: 1 # roadmap: ignore[C]\n"
    assert [(one.codes, one.line, one.place.line) for one in found(text)] == [
        (("A",), 3, 1),
        (("B",), 3, 2),
        (("C",), 3, 3),
    ]


def test_a_broken_file_suppresses_nothing() -> None:
    assert found("a: [ # roadmap: ignore[X]\n") == ()
