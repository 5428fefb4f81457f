"""Patches change what they name and no other byte."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from roadmap.edit.entries import with_entry, without_entry, without_item
from roadmap.edit.patches import Patch, PatchError, Sheet, apply, apply_all
from roadmap.edit.scalars import replaced, written
from roadmap.source.load import parse
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode
from tests.source.trees import ROOTS, TEXT, root_of, texts

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def node_at(text: str, *way: str | int) -> Any:
    node: Any = root_of(text)
    for step in way:
        node = node.items[step] if isinstance(step, int) else node.values[step]
    return node


def change(text: str, *patches: Patch | None) -> str:
    return apply("plan.yaml", text, [patch for patch in patches if patch is not None])


def sheet(text: str) -> Sheet:
    return Sheet("plan.yaml", text)


PLAN = """\
# The plan
a:
  needs: [copy, "page",  legal]   # three
  team: web # ours
  list:
    - one  # the first
    # about two
    - two
    - three
b: {x: 1, y: 2, # why
    z: 3}
"""


def test_a_scalar_changes_and_nothing_else_does() -> None:
    patch = replaced(sheet(PLAN), node_at(PLAN, "a", "team").place, "app")
    assert change(PLAN, patch) == PLAN.replace("team: web #", "team: app #")


def test_quotes_stay_quotes_and_come_where_they_are_needed() -> None:
    quoted = replaced(sheet(PLAN), node_at(PLAN, "a", "needs", 1).place, "home")
    assert change(PLAN, quoted) == PLAN.replace('"page"', '"home"')
    needed = replaced(sheet(PLAN), node_at(PLAN, "a", "needs", 0).place, "a, b")
    assert change(PLAN, needed) == PLAN.replace("[copy,", '["a, b",')


def test_a_key_is_renamed() -> None:
    key = root_of(PLAN).values["a"].keys["team"]  # type: ignore[attr-defined]
    assert change(PLAN, replaced(sheet(PLAN), key.place, "owner")) == PLAN.replace("team: web", "owner: web")


@pytest.mark.parametrize(("index", "left"), [(0, '["page",  legal]'), (1, "[copy,  legal]"), (2, '[copy, "page"]')])
def test_an_item_leaves_a_list_in_brackets(index: int, left: str) -> None:
    patch = without_item(sheet(PLAN), node_at(PLAN, "a", "needs"), index)
    assert change(PLAN, patch) == PLAN.replace('[copy, "page",  legal]', left)


@pytest.mark.parametrize(("index", "line"), [(0, "    - one  # the first\n"), (1, "    - two\n"), (2, "    - three\n")])
def test_an_item_leaves_a_list_of_lines_with_the_comment_behind_it(index: int, line: str) -> None:
    patch = without_item(sheet(PLAN), node_at(PLAN, "a", "list"), index)
    assert change(PLAN, patch) == PLAN.replace(line, "")


def test_what_an_alias_repeats_hinders_only_its_neighbours() -> None:
    text = "a: &a {task: copy}\nneeds: [*a, page, legal, legal]\n"
    needs = node_at(text, "needs")
    assert change(text, without_item(sheet(text), needs, 3)) == text.replace("legal, legal", "legal")
    assert without_item(sheet(text), needs, 1) is None


def test_several_items_leave_at_once() -> None:
    needs = node_at(PLAN, "a", "needs")
    patched = change(PLAN, without_item(sheet(PLAN), needs, 1), without_item(sheet(PLAN), needs, 2))
    assert patched == PLAN.replace('[copy, "page",  legal]', "[copy]")


def test_a_comment_between_stays() -> None:
    patched = change(PLAN, without_entry(sheet(PLAN), node_at(PLAN, "b"), "z"))
    assert "# why" in patched
    assert texts(root_of(patched)) == texts(root_of(PLAN)) | {"b": {"x": "1", "y": "2"}}


def test_an_entry_leaves_with_all_its_lines() -> None:
    patched = change(PLAN, without_entry(sheet(PLAN), node_at(PLAN, "a"), "list"))
    assert patched == PLAN[: PLAN.index("  list:")] + PLAN[PLAN.index("b: {") :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t:\n  a:\n    x: 1\n", "t:\n  a:\n    was: [old]\n    x: 1\n"),
        ("t:\r\n  a:\r\n    x: 1\r\n", "t:\r\n  a:\r\n    was: [old]\r\n    x: 1\r\n"),
        ("t:\n  a: {x: 1}\n", "t:\n  a: {was: [old], x: 1}\n"),
        ("t:\n  a: {}\n", "t:\n  a: {was: [old]}\n"),
        ("t:\n  a:   # nothing\n", "t:\n  a: {was: [old]}   # nothing\n"),
        ("t: {a: , b: 1}\n", "t: {a: {was: [old]} , b: 1}\n"),
        ("t: {a, b: 1}\n", "t: {a: {was: [old]}, b: 1}\n"),
        ("t: {a: null}\n", "t: {a: {was: [old]}}\n"),
        ("t: {a: {was: older}}\n", "t: {a: {was: [old]}}\n"),
        ("t:\n  a:\n    was:\n    x: 1\n", "t:\n  a:\n    was: [old]\n    x: 1\n"),
    ],
)
def test_an_entry_is_put_in_wherever_the_mapping_stands(before: str, after: str) -> None:
    mapping = node_at(before, "t")
    assert change(before, with_entry(sheet(before), mapping.keys["a"], mapping.values["a"], "was", ["old"])) == after


def test_a_byte_order_mark_and_line_ends_stay() -> None:
    text = "\ufeffa: 1\r\nb: [x, y]\r\nc: 3"
    assert change(text, replaced(sheet(text), node_at(text, "a").place, "2")) == "\ufeffa: 2\r\nb: [x, y]\r\nc: 3"
    assert change(text, without_item(sheet(text), node_at(text, "b"), 0)) == "\ufeffa: 1\r\nb: [y]\r\nc: 3"


def test_patches_that_overlap_are_refused_and_the_same_one_counts_once() -> None:
    place = node_at(PLAN, "a", "team").place
    assert change(PLAN, Patch(place, "app"), Patch(place, "app")) == PLAN.replace("web #", "app #")
    with pytest.raises(PatchError, match="two changes of line 4 exclude each other"):
        change(PLAN, Patch(place, "app"), Patch(place, "shop"))


def test_a_change_that_breaks_the_file_is_refused() -> None:
    with pytest.raises(PatchError, match="would make the file unreadable"):
        change(PLAN, Patch(node_at(PLAN, "a", "team").place, "["))


def test_a_place_outside_the_text_is_refused() -> None:
    with pytest.raises(PatchError, match="has no line 99"):
        change(PLAN, Patch(Place("plan.yaml", 99, 1, 99, 2), ""))


def test_only_files_that_change_are_told() -> None:
    patch = Patch(Place("b.yaml", 1, 1, 1, 2), "y")
    assert apply_all({"a.yaml": "x: 1\n", "b.yaml": "x: 1\n"}, [patch]) == {"b.yaml": "y: 1\n"}


@quick
@given(TEXT, st.sampled_from(["", "'", '"', "|", ">"]))
def test_every_text_reads_back_in_block_and_in_brackets(text: str, like: str) -> None:
    assert yaml.safe_load(f"k: [{written(text, like)}, x]") is not None
    assert texts(root_of(f"k: {written(text, like)}\nl: [{written(text, like)}]\n")) == {"k": text, "l": [text]}


@quick
@given(ROOTS, st.sampled_from([None, False, True]), st.sampled_from([None, "'", '"']), TEXT, st.data())
def test_a_replaced_scalar_leaves_all_other_values_and_bytes(
    tree: Any, flow: bool | None, style: Any, text: str, data: st.DataObject
) -> None:
    before = yaml.safe_dump(
        tree, default_flow_style=flow, default_style=style, allow_unicode=True, sort_keys=False, width=10**6
    )
    root = parse("plan.yaml", before).root
    values = [way for way, node in _walk(root, ()) if isinstance(node, ScalarNode)]
    assume(values)
    way = data.draw(st.sampled_from(values))
    node = node_at(before, *way)
    patch = replaced(sheet(before), node.place, text)
    after = change(before, patch)
    start, end = sheet(before).span(node.place)
    assert after == before[:start] + patch.text + before[end:]
    assert texts(root_of(after)) == _put(tree, way, text)


@quick
@given(ROOTS, st.sampled_from([None, False, True]), st.data())
def test_what_is_removed_is_gone_and_the_rest_stays(tree: Any, flow: bool | None, data: st.DataObject) -> None:
    before = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10**6)
    root = parse("plan.yaml", before).root
    ways = [way for way, _ in _walk(root, ()) if way]
    way = data.draw(st.sampled_from(ways))
    parent = node_at(before, *way[:-1])
    if isinstance(parent, SequenceNode):
        patch = without_item(sheet(before), parent, way[-1])  # type: ignore[arg-type]
    else:
        patch = without_entry(sheet(before), parent, way[-1])  # type: ignore[arg-type]
    assume(patch is not None)
    document = parse("plan.yaml", change(before, patch))
    assert document.faults == ()
    assert _bare(texts(document.root)) == _bare(_put(tree, way, None))


def _walk(node: Node | None, way: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Node]]:
    if isinstance(node, MappingNode):
        return [(way, node), *(found for key, _, value in node.items() for found in _walk(value, (*way, key)))]
    if isinstance(node, SequenceNode):
        return [(way, node), *(found for index, item in enumerate(node.items) for found in _walk(item, (*way, index)))]
    return [(way, node)] if node is not None else []


def _put(tree: Any, way: tuple[str | int, ...], text: str | None) -> Any:
    """The tree with another text at the end of a way, or without what stands there."""
    step, *rest = way
    copy = list(tree) if isinstance(tree, list) else dict(tree)
    if rest:
        copy[step] = _put(tree[step], tuple(rest), text)
    elif text is None:
        del copy[step]
    else:
        copy[step] = text
    return copy


def _bare(tree: Any) -> Any:
    """What is empty is as if it were not written: the last item that leaves may leave nothing."""
    if isinstance(tree, dict):
        tree = {key: _bare(value) for key, value in tree.items()}
    elif isinstance(tree, list):
        tree = [_bare(item) for item in tree]
    return tree or None
