"""What a YAML writer writes comes back; what nobody would write is a fault and never an exception."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from roadmap.source.load import Document, parse
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from tests.source.trees import ROOTS, quick, texts

SIGNS = ["a", "key: ", "- ", "[", "]", "{", "}", ",", ": ", "#", " # c", '"', "'", "|\n", ">-\n", "? ", "<<: ", "%"]
SIGNS += ["\n", "\n  ", "\n    ", "\t", "\r\n", "\x00", "\x1b", "\ufeff", "\ud800"]
SIGNS += ["&x ", "*x", "!!str ", "!t ", "---\n", "...\n"]


@quick
@given(ROOTS, st.sampled_from([None, False, True]), st.booleans(), st.integers(2, 6))
def test_what_a_writer_writes_comes_back(tree: Any, flow: bool | None, unicode: bool, indent: int) -> None:
    written = yaml.safe_dump(
        tree, default_flow_style=flow, allow_unicode=unicode, indent=indent, sort_keys=False, width=10**6
    )
    document = parse("plan.yaml", written)
    assert (document.faults, texts(document.root)) == ((), tree)


@quick
@given(ROOTS)
def test_every_place_holds_what_stands_there(tree: Any) -> None:
    written = yaml.safe_dump(tree, default_style='"', allow_unicode=True, width=10**6)
    document = parse("plan.yaml", written)
    for scalar in scalars(document.root):
        line = written.split("\n")[scalar.place.line - 1]
        assert yaml.safe_load(line[scalar.place.column - 1 : scalar.place.end_column - 1]) == scalar.text


@quick
@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    assert_sound(parse("plan.yaml", text))


@quick
@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_mixture_of_signs_raises(text: str) -> None:
    assert_sound(parse("plan.yaml", text))


def assert_sound(document: Document) -> None:
    for fault in document.faults:
        place = fault.place
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
    if document.root is not None:
        for scalar in scalars(document.root):
            assert scalar.place[1:3] <= scalar.place[3:]


def scalars(node: Node | None) -> list[ScalarNode]:
    if isinstance(node, MappingNode):
        return [*node.keys.values(), *(one for value in node.values.values() for one in scalars(value))]
    if isinstance(node, SequenceNode):
        return [one for item in node.items for one in scalars(item)]
    return [node] if isinstance(node, ScalarNode) else []
