"""What is no YAML is told in words that a planner understands, at the place that must be mended."""

from __future__ import annotations

import pytest

from tests.source.trees import faults_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tasks:\n\tcopy: 1\n", "2:1 yaml: A tab stands where only spaces may stand: write spaces instead."),
        ("a: b\n\tc\n", "2:1 yaml: A tab stands where only spaces may stand: write spaces instead."),
        (
            "a:\n  b: 1\n\u00a0\u00a0c: 2\n  d: 3\n",
            "3:1 yaml: U+00A0 stands here, which only looks like a space: write a space instead.",
        ),
        ("a: 1\nb:\u00a02\n", "2:3 yaml: U+00A0 stands here, which only looks like a space: write a space instead."),
        ("a: one:\u00a0two\nb: 'c\n", "2:4 yaml: This quote is not closed."),
        ("title: Spring: sale\n", '1:14 yaml: A text that has ": " in it must stand in quotes.'),
        (
            'a: 1\ntitle "x"\nb: 2\n',
            '2:1 yaml: A colon and a space are missing on this line: write "key: value".',
        ),
        ("a: 1\ntitle:x\n", '2:1 yaml: A colon and a space are missing on this line: write "key: value".'),
        ('a: "foo\nb: c\n', "1:4 yaml: This quote is not closed."),
        ("a: 'foo\n---\nb: c\n", "1:4 yaml: This quote is not closed."),
        (
            "a:\n  b: 1\n   c: 2\n",
            "3:5 yaml: This line is indented deeper than the one above it, which is complete already: "
            'give both the same indentation, or put a text that has ": " in it in quotes.',
        ),
        (
            "a:\n   b: 1\n  c: 2\n",
            "3:3 yaml: The indentation of this line fits nothing above it: align it with the lines that it belongs to.",
        ),
        (
            "needs:\n  - x\n  title: y\n",
            "3:3 yaml: The list that begins in line 2 goes on here with something that is no item: "
            'begin it with "- ", or align it with the lines that it belongs to.',
        ),
        (
            "a:\n  b: 1\n  - x\n",
            "3:3 yaml: A list item stands where a key was expected: indent it below the key that it belongs to.",
        ),
        (
            "a: 1\nneeds: [x, y\nb: 1\n",
            '2:8 yaml: This "[" is not closed, or a comma is missing after one of its entries.',
        ),
        ("a: {x: 1\nb: 1\n", '1:4 yaml: This "{" is not closed, or a comma is missing after one of its entries.'),
        ("owner: @dana\n", '1:8 yaml: A text cannot begin with "@": put it in quotes.'),
        ("title: `x`\n", '1:8 yaml: A text cannot begin with "`": put it in quotes.'),
        ("title: %d\n", '1:8 yaml: A text cannot begin with "%": put it in quotes.'),
        ("title: *bold*\n", '1:8 yaml: A text cannot begin with "*": put it in quotes.'),
        ("title: & co\n", '1:8 yaml: A text cannot begin with "&": put it in quotes.'),
        ("title: !e!x 1\n", '1:8 yaml: A text cannot begin with "!": put it in quotes.'),
        ("title: ] x\n", '1:8 yaml: A text cannot begin with "]": put it in quotes.'),
        (
            "title: *bold\n",
            '1:8 yaml: "*bold" repeats what has the anchor "&bold", and nothing above has it; '
            "a text that begins with * must stand in quotes.",
        ),
        (
            "title: [WIP] new page\n",
            "1:14 yaml: More follows a closing bracket here: a text that begins with a bracket must stand in quotes.",
        ),
        (
            'title: "Big" sale\n',
            "1:14 yaml: More text follows a closing quote here: put the whole text in quotes, "
            "or look for a quote above that is not closed.",
        ),
        (
            "title: > 5 days\n",
            '1:8 yaml: After ">" the text begins on the next line; '
            "a text that begins with this sign must stand in quotes.",
        ),
        (
            "needs: - x\n",
            "1:8 yaml: A list cannot begin beside its key: write it on the lines below, or in brackets as [a, b].",
        ),
        ("needs: [a, , b]\n", '1:12 yaml: A value is missing before this ",".'),
        (
            "needs: [a:, b]\n",
            "1:10 yaml: In brackets a colon cannot stand directly before a comma or a bracket: "
            "write the missing value, or put the text in quotes.",
        ),
        (": a\n", "1:1 yaml: A key is missing before this colon."),
        (
            'path: "C:\\qa"\n',
            "1:10 yaml: In double quotes a backslash begins a special sign, and this is none: "
            "write two backslashes for one, or use single quotes.",
        ),
        (
            "  a: 1\nb: 2\n",
            "2:1 yaml: This belongs to nothing above it: begin all sections in the same column, "
            "and keep to one document a file.",
        ),
        ("%YAML 2.0\n---\na: 1\n", "1:1 yaml: This line asks for another version of YAML than 1.2: remove it."),
        (
            "%FOO x\n---\na: 1\n",
            "1:1 yaml: A line that begins with % is an order to the parser, and plan files need none: remove it.",
        ),
        ("x" * 2_000 + ": 1\n", "1:2001 yaml: What stands before a colon may have at most 1,024 characters."),
        ("a:\x1b[31m\n", "1:3 yaml: An invisible character (U+001B) that no text may hold stands here: delete it."),
        ("a: b\n\ud800", "2:1 yaml: An invisible character (U+D800) that no text may hold stands here: delete it."),
        ("a: b\0", "1:5 encoding: This is not a text file: a NUL character stands here."),
    ],
)
def test_the_message_says_what_to_do(text: str, expected: str) -> None:
    assert told(text) == [expected]


CONFLICT = """\
campaigns:
  spring:
<<<<<<< HEAD
    title: Spring sale
    title: Spring sale
=======
    title: Spring
>>>>>>> feature
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CONFLICT, (3, 1, 3, 8)),
        (CONFLICT.replace("\n", "\r\n"), (3, 1, 3, 8)),
        (CONFLICT.replace("=======", "||||||| base\n    title: S\n======="), (3, 1, 3, 8)),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x", (1, 1, 1, 8)),
        ("a: 1\n=======\nb: 2\n", (2, 1, 2, 8)),
    ],
)
def test_a_merge_conflict_is_one_fault_that_says_so(text: str, place: tuple[int, int, int, int]) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place[1:]) == ("yaml", place)
    assert fault.message.startswith("A merge conflict was left here")


def test_where_reading_stopped_far_below_both_places_are_shown() -> None:
    (fault,) = faults_of('a: "foo\nb: c\nd: e\n')
    assert fault.place[1:] == (1, 4, 1, 5)
    assert [(related.place.line, related.message) for related in fault.related] == [(3, "reading stopped here")]


def test_a_fault_at_the_end_of_the_file_is_shown_on_its_last_line() -> None:
    (fault,) = faults_of("a: [b\n\n\n")
    assert fault.place[1:3] == (1, 4)
    assert fault.related == ()
