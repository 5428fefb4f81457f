"""Readers of scalars: texts, choices, names, and everything that has a parser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from roadmap.model.later import INVALID, Later
from roadmap.model.names import FUNCTIONS, Names
from roadmap.model.reading import Reading
from roadmap.model.values.dates import Anchored, AnchoredSpan, Span
from roadmap.model.values.people import Person
from roadmap.model.values.value import Problem, Value, quoted
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

Reader = Callable[[Node, Reading], Any]

_LONGEST = 500
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MEANT = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_EXPECTED: dict[type, str] = {dt.date: "a date", float: "a number", int: "a whole number", str: "a text"}


def read_text(node: Node, reading: Reading) -> Any:
    """Text stays as written: `1.30` is "1.30"."""
    if node.__class__ is ScalarNode:
        return node.text
    return reading.wrong_type("a text", node)


def read_bool(node: Node, reading: Reading) -> Any:
    """`true` or `false`, as in YAML 1.2: `yes` and `on` are texts."""
    if isinstance(node, ScalarNode):
        value = _BOOLEANS.get(node.text) if node.plain else None
        if value is not None:
            return value
        near = node.text.lower()
        meant = near if near in ("true", "false") else _MEANT.get(near)
        return reading.problem(Problem("wrong-type", f"{quoted(node.text)} is not true or false", meant), node)
    return reading.wrong_type("true or false", node)


def read_choice(choices: tuple[Any, ...]) -> Reader:
    """One of the words (or numbers) that a field can have."""
    table = {str(choice): choice for choice in choices}

    def read(node: Node, reading: Reading) -> Any:
        if node.__class__ is not ScalarNode:
            return reading.wrong_type(f"one of {', '.join(table)}", node)
        value = table.get(node.text, INVALID)
        return reading.choices(table, node) if value is INVALID else value

    return read


def read_raw(node: Node, reading: Reading) -> Any:
    """Any value as it would be written: texts, lists and mappings; ``None`` for null."""
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.text
    if isinstance(node, SequenceNode):
        return [read_raw(item, reading) for item in node.items]
    assert isinstance(node, MappingNode)
    return {key: read_raw(child, reading) for key, child in node.values.items()}


def parsed(parse: Callable[[str], Any], annotation: Any, plain: bool = False) -> Reader:
    """A text that ``parse`` understands; ``plain`` where quotes would make it a text instead of a number."""
    is_value = isinstance(annotation, type) and issubclass(annotation, Value)
    expected = annotation.called if is_value else _EXPECTED[annotation]

    def read(node: Node, reading: Reading) -> Any:
        if node.__class__ is not ScalarNode:
            return reading.wrong_type(expected, node)
        text: str = node.text
        if len(text) > _LONGEST:
            return reading.problem(Problem("bad-value", f"{quoted(text)} is too long for {expected}"), node)
        value = parse(text)
        kind = value.__class__
        if kind is Problem:
            return reading.problem(value, node)
        if kind is Anchored:
            return anchored(value, node, reading)
        if kind is AnchoredSpan:
            return _anchored_span(value, text, node, reading)
        if plain and not node.plain:
            return reading.problem(
                Problem("wrong-type", f"{quoted(text)} in quotes is a text: write it without", text), node
            )
        return value

    return read


def anchored(date: Anchored, node: Node, reading: Reading) -> Later:
    """A date that is worked out when its anchor is known."""
    scope = reading.scope
    return Later(lambda anchors: anchors.date(date, node, scope), node.place, scope)


def _anchored_span(span: AnchoredSpan, text: str, node: Node, reading: Reading) -> Later:
    ends = [anchored(end, node, reading) if isinstance(end, Anchored) else end for end in span]

    def work(anchors: Any) -> Any:
        first, last = (end.get(anchors) if isinstance(end, Later) else end for end in ends)
        if first is INVALID or last is INVALID:
            return INVALID
        found = Span.between(text, first, last)
        return reading.problem(found, node) if isinstance(found, Problem) else found

    return Later(work, node.place, reading.scope)


def named(mark: Names) -> Reader:
    """The id of something that exists; `kind:id`, where a field can name things of several kinds."""
    if mark.prefixed:
        return _prefixed(mark.kinds)
    if "person" in mark.kinds:
        return _read_person_or_team
    if mark.kinds == ("holidays",):
        return _read_holidays
    (kind,) = mark.kinds

    def read(node: Node, reading: Reading) -> Any:
        if node.__class__ is not ScalarNode:
            return reading.wrong_type(f"the id of {_article(kind)}", node)
        text: str = node.text
        return text if text in reading.known[kind] else reading.unknown(kind, text, node)

    return read


def _prefixed(kinds: tuple[str, ...]) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node, ScalarNode):
            return reading.wrong_type(f"an id, with its kind before it ({kinds[0]}:…)", node)
        prefix, colon, rest = node.text.partition(":")
        if colon and prefix in kinds:
            return _of_kind(prefix, rest, node, reading)
        fitting = [kind for kind in kinds if node.text in (FUNCTIONS if kind == "function" else reading.known[kind])]
        if len(fitting) == 1:
            return f"{fitting[0]}:{node.text}"
        if fitting:
            spellings = " or ".join(f"{kind}:{node.text}" for kind in fitting)
            reading.fault("ambiguous", f"{quoted(node.text)} could be several things: write {spellings}.", node.place)
            return INVALID
        if colon:
            listed = ", ".join(kinds)
            return reading.problem(
                Problem("bad-value", f"{quoted(prefix)} is not a kind that fits here ({listed})"), node
            )
        return reading.unknown(kinds[0] if kinds[0] != "function" else kinds[1], node.text, node)

    return read


def _of_kind(kind: str, name: str, node: ScalarNode, reading: Reading) -> Any:
    if kind == "function":
        return node.text if name in FUNCTIONS else reading.unknown_function(name, node)
    return node.text if name in reading.known[kind] else reading.unknown(kind, name, node, node.text)


def _read_person_or_team(node: Node, reading: Reading) -> Any:
    if not isinstance(node, ScalarNode):
        return reading.wrong_type("a person or a team", node)
    if "@" in node.text:
        person = Person.parse(node.text)
        return reading.problem(person, node) if isinstance(person, Problem) else node.text
    prefix, colon, rest = node.text.partition(":")
    if colon and prefix in ("team", "function"):
        return _of_kind(prefix, rest, node, reading)
    return node.text if node.text in reading.known["team"] else reading.unknown("team", node.text, node)


def _read_holidays(node: Node, reading: Reading) -> Any:
    if not isinstance(node, ScalarNode):
        return reading.wrong_type("a country or subdivision such as DE or DE-BE", node)
    from roadmap.model.holidays import is_known, known_codes

    if is_known(node.text):
        return node.text
    near = node.text.upper().replace("_", "-")[:20]
    codes = {near} if is_known(near) else known_codes()
    close = reading.nearest.of(near, codes)
    reading.fault(
        "unknown-holidays",
        f"No holidays are known for {quoted(node.text)}: write an ISO 3166 country or subdivision such as DE or DE-BE.",
        node.place,
        close[0] if len(close) == 1 else None,
    )
    return INVALID


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
