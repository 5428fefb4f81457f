"""What the tests of this folder share: nodes as plain Python values, and faults as short lines."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from roadmap.source.faults import Fault
from roadmap.source.load import parse
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Everything that a file may hold; the three line separators and the byte order mark are refused within it.
CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cc"),
    exclude_characters="\u2028\u2029\ufeff\ufffe\uffff",
)
TEXT = st.text(CHARACTERS | st.sampled_from("\n\t :#-?[]{},'\"|>&*!%@`~=<"), max_size=20)
TREES = st.recursive(TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4))
ROOTS = st.dictionaries(TEXT, TREES, min_size=1, max_size=4)


def root_of(text: str) -> MappingNode:
    """The mapping that a faultless plan file holds."""
    document = parse("plan.yaml", text)
    assert document.faults == ()
    assert document.root is not None
    return document.root


def at(text: str, *way: str | int) -> Any:
    """The node of a faultless file at the end of a way of keys and indices."""
    node: Any = root_of(text)
    for step in way:
        node = node.items[step] if isinstance(step, int) else node.values[step]
    return node


def texts(node: Node | None) -> Any:
    """Dictionaries, lists and texts as written."""
    if isinstance(node, MappingNode):
        return {key: texts(value) for key, _, value in node.items()}
    if isinstance(node, SequenceNode):
        return [texts(item) for item in node.items]
    return node.text if isinstance(node, ScalarNode) else None


def core(node: Node | None) -> Any:
    """The values that the core schema of YAML 1.2 gives to plain scalars."""
    if isinstance(node, MappingNode):
        return {key: core(value) for key, _, value in node.items()}
    if isinstance(node, SequenceNode):
        return [core(item) for item in node.items]
    if not isinstance(node, ScalarNode) or node.is_null:
        return None
    text = node.text
    if not node.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    return float(text) if _NUMBER.fullmatch(text) else text


def span(node: Any) -> tuple[int, int, int, int]:
    """Line and column of the beginning and of the end."""
    _, *numbers = node.place
    return tuple(numbers)


def faults_of(text: str) -> list[Fault]:
    """The faults of a file."""
    return list(parse("plan.yaml", text).faults)


def told(text: str) -> list[str]:
    """The faults of a file, one a line: `line:column kind: message`."""
    return [f"{fault.place.line}:{fault.place.column} {fault.kind}: {fault.message}" for fault in faults_of(text)]
