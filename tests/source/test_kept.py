"""A file that was kept as plain data is the file that was parsed: every text, key and place of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.source.kept import data_of, document_of
from roadmap.source.load import parse
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from tests.reference import ROOT
from tests.source.trees import ROOTS, quick

PLANS = sorted(ROOT.glob("plans/**/*.yaml"))


def whole(node: Node | None) -> Any:
    """All that one can ask a node."""
    if isinstance(node, MappingNode):
        entries = [(text, whole(key), whole(value)) for text, key, value in node.items()]
        return node.place, entries, list(node.values)
    if isinstance(node, SequenceNode):
        return node.place, [whole(item) for item in node.items]
    return node and isinstance(node, ScalarNode) and (node.place, node.text, node.plain, node.is_null)


def again(text: str) -> Any:
    """What is kept of a text, after it was written to a file and read from it."""
    return json.loads(json.dumps(data_of(text, parse("a/plan.yaml", text))))


def assert_same(text: str) -> None:
    parsed = parse("a/plan.yaml", text)
    kept = document_of("a/plan.yaml", text, again(text))
    assert whole(kept.root) == whole(parsed.root)
    assert kept.suppressions == parsed.suppressions


@pytest.mark.parametrize("path", PLANS, ids=lambda path: str(path.relative_to(ROOT)))
def test_our_own_plans_come_back_whole(path: Path) -> None:
    assert_same(path.read_text("utf-8"))


@quick
@given(ROOTS, st.sampled_from([None, '"', "'", "|"]), st.booleans())
def test_any_file_comes_back_whole(tree: Any, style: Any, flow: bool) -> None:
    text = yaml.safe_dump(tree, default_style=style, default_flow_style=flow, allow_unicode=True)
    assume(data_of(text, parse("a/plan.yaml", text)) is not None)
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "\ufeffteams: {web: {}}\r\n",
        "campaigns:\n  sale:\n    title: |\n      Two\n      lines\n    'quoted key': \"true\"\n    launch:\n",
        "a: &day 2027-03-15\nb: *day\n",
        "a: 1  # roadmap: ignore[LT203] until 2027-01-31 because we know\n",
        "a: [[], {}, [x, {y: z}], '']\nb: {}\n",
    ],
)
def test_whatever_is_without_a_fault_comes_back_whole(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2\n",
        "a: 1\na: 2\n",
        "a: &list [x]\nb: *list\n",
        "a: !custom 1\n",
        "- a list\n",
    ],
)
def test_what_has_a_fault_or_repeats_a_list_is_parsed_again(text: str) -> None:
    assert data_of(text, parse("plan.yaml", text)) is None


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)
TEXT = "teams:\n  web: {title: 'Web', members: [a, b]}\n"


@quick
@given(SHAPES | st.tuples(SHAPES, SHAPES, SHAPES).map(list))
def test_what_we_did_not_write_is_refused(data: Any) -> None:
    try:
        document = document_of("plan.yaml", TEXT, data)
    except (TypeError, ValueError, IndexError):
        return
    whole(document.root)  # it has the shape of one, so that one can ask it anything


@pytest.mark.parametrize("quoted", [{}, {"0": "Web"}, "Web", [1], [None], None])
def test_texts_in_quotes_are_texts_in_a_list(quoted: Any) -> None:
    tree, _, places = again(TEXT)
    with pytest.raises((TypeError, ValueError, IndexError)):
        document_of("plan.yaml", TEXT, [tree, quoted, places])


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_part_that_was_lost_is_noticed(part: int) -> None:
    data = again(TEXT)
    data[part] = {0: {"teams": {}}, 1: [], 2: ""}[part]
    with pytest.raises((TypeError, ValueError, IndexError)):
        document_of("plan.yaml", TEXT, data)
