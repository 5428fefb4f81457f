"""JSON documents read back as what they were made of, and are safe to print on a terminal."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.json_text import json_lines
from roadmap.outputs.terminal_text import visible

TEXTS = st.text(st.characters())
DOCUMENTS = st.fixed_dictionaries(
    {"title": TEXTS, "none": st.none(), "findings": st.lists(st.dictionaries(TEXTS, TEXTS | st.integers(), max_size=3))}
)


def test_each_item_of_a_list_has_a_line() -> None:
    assert list(json_lines({"version": 1, "empty": [], "tasks": [{"id": "a"}, {"id": "Ü"}]})) == [
        "{",
        '  "version": 1,',
        '  "empty": [],',
        '  "tasks": [',
        '    {"id": "a"},',
        '    {"id": "Ü"}',
        "  ]",
        "}",
    ]


def test_escapes_are_written_as_escapes() -> None:
    (line,) = list(json_lines({"a": "\x9b\u202e\U000e0041"}))[1:-1]
    assert line == '  "a": "\\u009b\\u202e\\udb40\\udc41"'


@given(DOCUMENTS)
def test_documents_come_back_and_nothing_in_them_reaches_a_terminal_raw(document: dict[str, object]) -> None:
    lines = list(json_lines(document))
    assert json.loads("\n".join(lines)) == document
    assert all(visible(line) == line for line in lines)
