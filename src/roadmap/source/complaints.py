"""What the parser complains of, said so that a planner knows what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError

from roadmap.source.faults import Fault, Related
from roadmap.source.nodes import Place
from roadmap.source.places import after, stretch

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# Where YAML asks for a space: before a key or an item, and behind its colon or dash.
_OTHER_SPACE = re.compile(r"^ *(?:[\w-]+:|-)?(?P<space>(?!\x85)[^\S \t\r\n])", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*")
_LONGEST_KEY = 1024


class _Stop(NamedTuple):
    """The line in which the parser gave up, parted there; and of what it had begun to read: the rest of its line."""

    before: str
    rest: str
    begun: str
    begun_line: int
    context: str


def complaint(path: str, text: str, error: Exception) -> Fault:
    """The fault for ``error``, which the parser raised when it read ``text``."""
    if conflict := _CONFLICT.search(text):
        message = f'A merge conflict was left here ("{conflict[0]}"): choose one version and remove the markers.'
        return Fault("yaml", message, stretch(path, text, conflict.start(), conflict.end()))
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _unprintable(path, text)
    mark: Any = error.problem_mark
    begun: Any = error.context_mark or mark
    problem = error.problem or "no reason is known"
    other = _other_space(text, begun.index) or _other_space(text, mark.index)
    if other is not None:
        message = f"U+{ord(text[other]):04X} stands here, which only looks like a space: write a space instead."
        return Fault("yaml", message, stretch(path, text, other, other + 1))
    stop = _Stop(
        text[_line_start(text, mark.index) : mark.index],
        _line(text, mark.index),
        _line(text, begun.index),
        begun.line + 1,
        error.context or "",
    )
    message = _EXPLANATIONS[problem](stop) if problem in _EXPLANATIONS else _unexplained(stop, problem)
    here = _sign(path, text, mark.index)
    if problem in _EXPLANATIONS and problem not in _BEGUN_EARLIER:
        return Fault("yaml", message, here)
    place = _sign(path, text, begun.index)
    related = (Related(here, "reading stopped here"),) if here.line != place.line else ()
    return Fault("yaml", message, place, related)


def _other_space(text: str, index: int) -> int | None:
    """Where in a line or in the one above it something stands that YAML does not take for a space."""
    start = _line_start(text, max(0, _line_start(text, index) - 1))
    found = _OTHER_SPACE.search(text, start, index + len(_line(text, index)))
    return found.start("space") if found else None


def _line_start(text: str, index: int) -> int:
    return 1 + max(text.rfind("\n", 0, index), text.rfind("\r", 0, index))


def _line(text: str, index: int) -> str:
    found = _LINE.match(text, index)
    return found[0] if found else ""


def _sign(path: str, text: str, index: int) -> Place:
    """The place of one character; at the end of the file that of the last thing written."""
    line, column = after(text[: max(0, min(index, len(text.rstrip()) - 1))])
    return Place(path, line, column, line, column + 1)


def _unprintable(path: str, text: str) -> Fault:
    found = _UNPRINTABLE.search(text)
    index = found.start() if found else 0
    place = stretch(path, text, index, index + 1)
    code = ord(text[index])
    if code == 0:
        return Fault("encoding", "This is not a text file: a NUL character stands here.", place)
    return Fault("yaml", f"An invisible character (U+{code:04X}) that no text may hold stands here: delete it.", place)


def _bad_beginning(stop: _Stop) -> str:
    if stop.rest.startswith("\t"):
        return _tab(stop)
    return f'A text cannot begin with "{stop.rest[:1]}": put it in quotes.'


def _bad_begun(stop: _Stop) -> str:
    return f'A text cannot begin with "{stop.begun[:1]}": put it in quotes.'


def _tab(_: _Stop) -> str:
    return "A tab stands where only spaces may stand: write spaces instead."


def _stray_colon(stop: _Stop) -> str:
    if len(stop.before) > _LONGEST_KEY:
        return f"What stands before a colon may have at most {_LONGEST_KEY:,} characters."
    if ": " in stop.before:
        return 'A text that has ": " in it must stand in quotes.'
    return (
        "This line is indented deeper than the one above it, which is complete already: "
        'give both the same indentation, or put a text that has ": " in it in quotes.'
    )


def _missing_colon(stop: _Stop) -> str:
    if len(stop.begun) > _LONGEST_KEY:
        return f"What stands before a colon may have at most {_LONGEST_KEY:,} characters."
    return 'A colon and a space are missing on this line: write "key: value".'


def _missing_key(stop: _Stop) -> str:
    if stop.rest.startswith(":"):
        return "A key is missing before this colon."
    before = stop.before.rstrip()
    if before.endswith(('"', "'")):
        return (
            "More text follows a closing quote here: put the whole text in quotes, "
            "or look for a quote above that is not closed."
        )
    if before.endswith(("]", "}")):
        return "More follows a closing bracket here: a text that begins with a bracket must stand in quotes."
    if stop.rest.startswith("- "):
        return "A list item stands where a key was expected: indent it below the key that it belongs to."
    return "The indentation of this line fits nothing above it: align it with the lines that it belongs to."


def _missing_item(stop: _Stop) -> str:
    return (
        f"The list that begins in line {stop.begun_line} goes on here with something that is no item: "
        'begin it with "- ", or align it with the lines that it belongs to.'
    )


def _open_bracket(stop: _Stop) -> str:
    return f'This "{stop.begun[:1]}" is not closed, or a comma is missing after one of its entries.'


def _open_quote(_: _Stop) -> str:
    return "This quote is not closed."


def _item_beside_key(_: _Stop) -> str:
    return "A list cannot begin beside its key: write it on the lines below, or in brackets as [a, b]."


def _colon_in_brackets(_: _Stop) -> str:
    return (
        "In brackets a colon cannot stand directly before a comma or a bracket: "
        "write the missing value, or put the text in quotes."
    )


def _missing_value(stop: _Stop) -> str:
    if stop.rest.startswith("..."):
        return "This line ends a document, and there is none above it: remove it."
    if "flow" in stop.context:
        return f'A value is missing before this "{stop.rest[:1]}".'
    return _bad_beginning(stop)


def _header(stop: _Stop) -> str:
    return (
        f'After "{stop.begun[:1]}" the text begins on the next line; '
        "a text that begins with this sign must stand in quotes."
    )


def _escape(_: _Stop) -> str:
    return (
        "In double quotes a backslash begins a special sign, and this is none: "
        "write two backslashes for one, or use single quotes."
    )


def _second_root(_: _Stop) -> str:
    return "This belongs to nothing above it: begin all sections in the same column, and keep to one document a file."


def _version(_: _Stop) -> str:
    return "This line asks for another version of YAML than 1.2: remove it."


def _unexplained(stop: _Stop, problem: str) -> str:
    if stop.begun.startswith("!"):
        return _bad_begun(stop)
    if stop.begun.startswith("%"):
        return "A line that begins with % is an order to the parser, and plan files need none: remove it."
    return f"This is not valid YAML: {problem}."


_EXPLANATIONS: dict[str, Callable[[_Stop], str]] = {
    "found character that cannot start any token": _bad_beginning,
    "mapping keys are not allowed in this context": _bad_beginning,
    "mapping values are not allowed in this context": _stray_colon,
    "could not find expected ':'": _missing_colon,
    "found unexpected ':'": _colon_in_brackets,
    "did not find expected key": _missing_key,
    "did not find expected '-' indicator": _missing_item,
    "did not find expected ',' or ']'": _open_bracket,
    "did not find expected ',' or '}'": _open_bracket,
    "found unexpected end of stream": _open_quote,
    "found unexpected document indicator": _open_quote,
    "block sequence entries are not allowed in this context": _item_beside_key,
    "did not find expected node content": _missing_value,
    "did not find expected alphabetic or numeric character": _bad_begun,
    "did not find expected comment or line break": _header,
    "found an indentation indicator equal to 0": _header,
    "found a tab character where an indentation space is expected": _tab,
    "found a tab character that violates indentation": _tab,
    "found unknown escape character": _escape,
    "did not find expected hexdecimal number": _escape,
    "found invalid Unicode character escape code": _escape,
    "did not find expected <document start>": _second_root,
    "found incompatible YAML document": _version,
}

# For these the parser stops far below what must be mended, which is what it had begun to read.
_BEGUN_EARLIER = {
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected alphabetic or numeric character",
    "did not find expected comment or line break",
}
