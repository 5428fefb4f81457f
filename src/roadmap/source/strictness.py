"""What the parser lets pass although YAML 1.2 does not, or reads as YAML 1.1 did.

The parser is libyaml. Each difference is found without a look at every node, and refuses the file, because what the
parser read is not what the planner wrote.
"""

from __future__ import annotations

import re

from roadmap.source.comments import gaps, scalar_spans
from roadmap.source.faults import Fault, UnusableFileError
from roadmap.source.nodes import Place
from roadmap.source.places import after, stretch

# YAML 1.1 ended lines with these too, which would move every place below them.
_LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")

# Each begins with a literal, so that a search runs at the speed of memchr.
_SUSPICIONS = (
    re.compile(r"#(?<=[\]\[{},\"'|>+\-\d]#)"),
    re.compile(r"\?(?<=[\[{,\s]\?)\S"),
    re.compile(r"-(?<=[\[{,\s]-)[,\[\]{}]"),
)
_SIGN = re.compile(r"#[^\r\n]*|\?")
_CONTINUATION = re.compile(r"[\r\n](?P<spaces> *+)(?:\t[ \t]*+)?(?P<sign>[^ \t\r\n])")
_HEADER = re.compile(r"[|>](?P<indicators>[-+0-9]*)[^\r\n]*(?:\r\n|\r|\n)")
_BLANK_LINES = re.compile(r"(?: *+(?:\r\n|\r|\n))*+")
_SPACES = re.compile(r" *")


def check_before(path: str, text: str) -> None:
    """Raises ``UnusableFileError`` where the parser would count lines otherwise than everybody else."""
    if text.isascii():
        return
    for character in _LINE_SEPARATORS:
        index = text.find(character)
        if index >= 0:
            raise _refused(
                path, text, index, f"An invisible line separator (U+{ord(character):04X}) stands here: delete it."
            )


def check_after(path: str, text: str) -> None:
    """Raises ``UnusableFileError`` for signs that YAML 1.2 reads otherwise. The parser must have accepted ``text``."""
    if not any(suspicion.search(text) for suspicion in _SUSPICIONS):
        return
    spans = scalar_spans(text)
    for span in spans:
        if text[span.start : span.end] == "-":
            raise _refused(path, text, span.start, "A dash alone in brackets must stand in quotes.")
    for gap in gaps(text, spans):
        for found in _SIGN.finditer(text, gap.start, gap.end):
            index = found.start()
            if found[0] == "?":
                if text[index + 1 : index + 2].strip():
                    raise _refused(path, text, index, 'In brackets a text cannot begin with "?": put it in quotes.')
            elif text[index - 1 : index].strip():
                raise _refused(path, text, index, "A comment needs a space before its #.")


def check_flow_collection(path: str, text: str, start: int, end: int, indent: int) -> None:
    """Raises ``UnusableFileError`` where a line of the brackets ``text[start:end]`` does not stand right of ``indent``.

    A closing bracket may stand below the beginning of its key: everybody writes it so, and it can mean nothing else.
    """
    for found in _CONTINUATION.finditer(text, start, end):
        column = len(found["spaces"]) + 1
        if column <= indent and found["sign"] != "#" and not (column == indent and found["sign"] in "]}"):
            raise _refused(
                path,
                text,
                found.start("sign"),
                "What stands in brackets goes on here: indent this line, or close the bracket above.",
            )


def check_scalar(place: Place, text: str, start: int, end: int, style: str, indent: int) -> tuple[int, int]:
    """Check the quoted or block scalar ``text[start:end]`` that takes several lines.

    Returns its end line and column: a block scalar ends with its last line of text. Raises ``UnusableFileError``.
    """
    if style in "|>":
        if place.column <= indent:
            raise _refused(place.path, text, start, f'Indent this "{style}" below what it belongs to.')
        _check_blank_lines(place.path, text, start, indent)
        return after(text[start:end].rstrip(), place.line, place.column)
    for found in _CONTINUATION.finditer(text, start, end):
        if len(found["spaces"]) < indent:
            raise _refused(
                place.path,
                text,
                found.start("sign"),
                f"The quoted text that begins in line {place.line} goes on here: indent this line, or close the quote.",
            )
    return place.end_line, place.end_column


def _check_blank_lines(path: str, text: str, start: int, indent: int) -> None:
    """The first line of a block scalar sets its indentation: blank lines above it must not stand deeper."""
    header = _HEADER.match(text, start)
    blank = _BLANK_LINES.match(text, header.end()) if header else None
    if header is None or blank is None or any(sign.isdigit() for sign in header["indicators"]):
        return
    spaces = _SPACES.match(text, blank.end())
    first = len(spaces[0]) if spaces else 0
    if first >= indent and any(len(line) > first for line in re.split(r"[\r\n]", blank[0])):
        raise _refused(
            path,
            text,
            blank.start(),
            "An empty line here has more spaces than the first line of the text: delete the spaces.",
        )


def _refused(path: str, text: str, index: int, message: str) -> UnusableFileError:
    return UnusableFileError(Fault("yaml", message, stretch(path, text, index, index + 1)))
