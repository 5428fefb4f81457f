"""What the parser would let pass: read otherwise than written, or refused by other programs."""

from __future__ import annotations

import pytest

from tests.source.trees import at, faults_of, root_of, texts, told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b]#c\n", (1, 7)),
        ("a: {b: c}#c\n", (1, 10)),
        ("a: [b,#c\n  d]\n", (1, 7)),
        ('a: "b"#c\n', (1, 7)),
        ("a: 'b'#c\n", (1, 7)),
        ("a: |#c\n  b\n", (1, 5)),
        ("a: >2#c\n   b\n", (1, 6)),
        ("%YAML 1.2#c\n---\na: b\n", (1, 10)),
    ],
)
def test_a_comment_needs_a_space_before_it(text: str, place: tuple[int, int]) -> None:
    assert told(text) == [f"{place[0]}:{place[1]} yaml: A comment needs a space before its #."]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"]#"', "]#"),
        ("'a,#'", "a,#"),
        ("x]#y", "x]#y"),
        ("C#", "C#"),
        ("https://example.com/#top", "https://example.com/#top"),
        ('[a#b, "#c", 1#2] # ]#', ["a#b", "#c", "1#2"]),
        ("|\n  ]#\n  x", "]#\nx\n"),
        ('"it\'#s" # "#', "it'#s"),
    ],
)
def test_a_number_sign_in_a_text_is_text(written: str, value: object) -> None:
    assert texts(root_of(f"a: {written}\n")) == {"a": value}


@pytest.mark.parametrize("written", ["[-]", "[a, -]", "[-, a]", "{a: -}", "{b: [- , c], a: -}"])
def test_a_dash_alone_in_brackets_is_refused(written: str) -> None:
    assert [fault.kind for fault in faults_of(f"a: {written}\n")] == ["yaml"]


@pytest.mark.parametrize("written", ["[-1]", "['-']", "[--, -a]", "{a: -b}", "[a -, b]"])
def test_a_dash_in_a_text_in_brackets_is_text(written: str) -> None:
    assert faults_of(f"a: {written}\n") == []


@pytest.mark.parametrize("written", ["[?x]", "{ ?x: 1}", "[a, ?x]"])
def test_a_question_mark_before_a_text_in_brackets_is_refused(written: str) -> None:
    assert told(f"a: {written}\n")[0].endswith('In brackets a text cannot begin with "?": put it in quotes.')


@pytest.mark.parametrize(("written", "value"), [("?x", "?x"), ("Ready ?x", "Ready ?x"), ("[x?, '?y']", ["x?", "?y"])])
def test_other_question_marks_are_text(written: str, value: object) -> None:
    assert texts(root_of(f"a: {written}\n")) == {"a": value}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_an_invisible_line_separator_is_told_and_not_taken_for_a_line_end(character: str) -> None:
    (fault,) = faults_of(f"title: Spring{character}sale\n")
    assert (fault.kind, fault.place[1:]) == ("yaml", (1, 14, 1, 15))
    assert f"U+{ord(character):04X}" in fault.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [b,\nc]\n", 2),
        ("a: {b: c,\nd: e}\n", 2),
        ("a:\n  b: [c,\n  d]\n", 3),
        ("a:\n- [c,\nd]\n", 3),
        ("a: [b,\n  [c,\nd]]\n", 3),
    ],
)
def test_brackets_over_several_lines_are_indented(text: str, line: int) -> None:
    (fault,) = faults_of(text)
    assert (fault.kind, fault.place.line) == ("yaml", line)
    assert "indent this line" in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "a: [b,\n c]\n",
        "a: [\n  b,\n  c\n]\n",
        "a: {\n  b: c\n}\n",
        "a: [b,\n# why\n c]\n",
        "a: [b,\n\n c]\n",
        "a:\n  b: [\n    c\n  ]\n",
        "{a: [b,\nc]}\n",
    ],
)
def test_brackets_over_several_lines_as_people_write_them_are_fine(text: str) -> None:
    assert faults_of(text) == []


@pytest.mark.parametrize("text", ['a: "b\nc"\n', "a: 'b\nc'\n", 'a: "b\n\tc"\n', 'a:\n  b: "c\n  d"\n'])
def test_a_quoted_text_over_several_lines_is_indented(text: str) -> None:
    (fault,) = faults_of(text)
    assert fault.kind == "yaml"
    assert "or close the quote" in fault.message


def test_a_quoted_text_over_several_lines_is_one_paragraph_a_blank_line() -> None:
    assert at('a: "b\n  c\n\n  d"\n', "a").text == "b c\nd"


def test_an_empty_line_that_stands_deeper_than_the_text_below_it_is_refused() -> None:
    assert told("notes: |\n     \n  text\n") == [
        "2:1 yaml: An empty line here has more spaces than the first line of the text: delete the spaces."
    ]


@pytest.mark.parametrize("text", ["notes: |2\n     \n  text\n", "notes: |\n  \n  text\n", "notes: |\n    \nb: 1\n"])
def test_other_empty_lines_above_a_text_are_fine(text: str) -> None:
    assert faults_of(text) == []


def test_a_block_scalar_is_indented_below_its_list() -> None:
    assert told("a:\n-\n|\n  b\n") == ['3:1 yaml: Indent this "|" below what it belongs to.']
