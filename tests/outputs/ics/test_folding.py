"""Lines as bytes: at most 75 octets, ended by CR LF, never broken inside a character or an escape (RFC 5545, 3.1)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmap.outputs.ics.entry import Entry
from roadmap.outputs.ics.history import Dated
from roadmap.outputs.ics.plain_text import lines, one_line
from roadmap.outputs.ics.writing import write

STAMP = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
DAY = dt.date(2027, 3, 15)

awkward = st.text(
    alphabet=st.one_of(st.sampled_from("\\,;:\n\r\t \"'äß😀\u0301\u200d\u2028\x00\x1b"), st.characters(codec="utf-8")),
    max_size=300,
)


def written(summary: str, *text: str) -> bytes:
    entry = Entry("launch", "sale", summary, DAY, DAY + dt.timedelta(days=1), "Launch", "red", text=text)
    return write(Dated(entry, 0, STAMP), "plan.example").content


def value_of(content: bytes, name: bytes) -> str:
    """A text property read by hand: unfolded, then unescaped in one pass."""
    line = next(line for line in content.replace(b"\r\n ", b"").split(b"\r\n") if line.startswith(name + b":"))
    raw = line.partition(b":")[2].decode()
    found, index = [], 0
    while index < len(raw):
        if raw[index] == "\\":
            assert raw[index + 1] in "\\,;n", "an escape that RFC 5545 does not know"
            found.append("\n" if raw[index + 1] == "n" else raw[index + 1])
            index += 2
        else:
            assert raw[index] not in ",;", "a comma or semicolon that is not escaped"
            found.append(raw[index])
            index += 1
    return "".join(found)


def odd_backslashes(line: bytes) -> bool:
    return (len(line) - len(line.rstrip(b"\\"))) % 2 == 1


@given(awkward, awkward)
@example("\\" * 200, ",;\\n" * 60)
@example("a" * 65 + "😀" * 40, "ä" * 120)
def test_lines_are_folded_between_characters_and_escapes(summary: str, text: str) -> None:
    content = written(summary, text)
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    for line, following in zip(physical, [*physical[1:], b""], strict=True):
        assert len(line) <= 75
        line.decode()  # no character is cut
        assert not any(byte < 32 or byte == 127 for byte in line)
        if following.startswith(b" "):
            assert not odd_backslashes(line)
    assert value_of(content, b"SUMMARY") == one_line(summary)
    if text:
        assert value_of(content, b"DESCRIPTION") == lines(text)


@pytest.mark.parametrize("length", range(50, 90))
def test_no_length_of_title_breaks_an_escape(length: int) -> None:
    content = written("x" * length + "\\,;" * 20)
    assert value_of(content, b"SUMMARY") == "x" * length + "\\,;" * 20
    assert max(map(len, content.split(b"\r\n"))) <= 75
