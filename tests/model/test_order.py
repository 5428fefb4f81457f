"""The order of files and of keys changes nothing, whatever order that is."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.build import build
from roadmap.model.noun import Noun
from roadmap.model.plan import Plan
from roadmap.source.load import Document
from roadmap.source.nodes import MappingNode, Node, SequenceNode
from tests.model.reading_plans import EXAMPLE, TODAY, documents, read, told

FAULTY = """
teams: {web: {people: many}, brand: {calendar: none}, Bad: {}}
campaigns:
  a: {launch: b -1d, tasks: {t: {needs: [u, v]}, u: {team: wbe, start: launch -2d}}}
  b: {launch: a +1d, tasks: {t: {needs: [a/x], with: {web: 1, brand: 2}}}}
  c: {launches: {pl: 2027-03-15, de: 2027-02-30}, use: mail, tasks: {t: {for: [pl, de]}}}
projects:
  p: {budget: {split: {it: 70%, legal: 30%, nobody: 10%}}, told: {web: 2027-03-15, brand: 2027-03-16}}
trains:
  web: {cut-offs: {scope: 10d, code: 3d}, releases: [{date: 2027-03-16}], milestones: {rc2: 2d, rc1: 5d}}
"""


def shuffled(node: Node, draw: st.DataObject) -> Node:
    """The same node with the keys of its mappings in another order."""
    if isinstance(node, MappingNode):
        copy = MappingNode(node.file, node.number)
        for text in draw.draw(st.permutations(list(node.keys))):
            copy.values[text] = shuffled(node.values[text], draw)
        return copy
    if isinstance(node, SequenceNode):
        node.items = [shuffled(item, draw) for item in node.items]
    return node


def contents(value: Any) -> Any:
    """Nouns and mappings as lists, so that order counts; without nodes, which are in the order written."""
    if isinstance(value, Noun):
        fields = [contents(item) for item in value if item[0] not in ("node", "named_by")]
        return [value.place, *fields]
    if isinstance(value, Node):
        return value.place
    if isinstance(value, dict):
        return [(key, contents(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [contents(item) for item in value]
    return repr(value) if type(value).__module__.startswith("roadmap") else value


def described(plan: Plan) -> Any:
    return contents({name: value for name, value in vars(plan).items() if name not in ("workdays", "calendar_days")})


FILES = documents({path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.yaml"))} | {"c.yaml": FAULTY})


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_order_of_files_and_keys_changes_nothing(data: st.DataObject) -> None:
    expected_plan, expected_faults = build(FILES, TODAY)
    files = {}
    for path in data.draw(st.permutations(list(FILES))):
        document = FILES[path]
        assert document.root is not None
        root = shuffled(document.root, data)
        assert isinstance(root, MappingNode)
        files[path] = Document(root, document.faults, document.suppressions)
    plan, faults = build(files, TODAY)
    assert told(faults) == told(expected_faults)
    assert faults == expected_faults
    assert described(plan) == described(expected_plan)


def test_building_twice_gives_the_same() -> None:
    one, two = read(FAULTY), read(FAULTY)
    assert one[1] == two[1]
    assert described(one[0]) == described(two[0])


def test_all_mappings_are_sorted() -> None:
    plan, _ = build(FILES, TODAY)
    for name, mapping in vars(plan).items():
        if isinstance(mapping, dict) and name != "workdays":
            assert list(mapping) == sorted(mapping), name
