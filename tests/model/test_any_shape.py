"""Whatever stands wherever: a plan and faults come of it, and never an exception."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.build import build
from roadmap.source.load import Document, parse
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode, standing
from tests.model.reading_plans import EXAMPLE, TODAY, documents

TEXT = (EXAMPLE / "roadmap.yaml").read_text("utf-8")
FILES = documents({path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.yaml"))})
WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "5d", "2027-03-15", "launch", "launch -1d", "ends", "web@27.6/code -1w", "spring-sale", "pim",
        "pim/product-feed",
        "spring-sale/landing", "web", "team:web", "train:web@27.6", "null", "true", "70%", "1", "-1", "9" * 400,
        "a" * 300,
        "2027-03-15..2027-03-20", "every day", "copy SS +1w", "*", "@", "/", "kind:", "a@b/c", "2027..2030",
        "launch..ends",
    ]
)  # fmt: skip
AT = standing(Place("roadmap.yaml", 1, 1, 1, 2))


@st.composite
def nodes(draw: st.DrawFn, depth: int = 2) -> Node:
    kind = draw(st.sampled_from(["scalar", "list", "mapping"])) if depth else "scalar"
    if kind == "list":
        listed = SequenceNode(*AT)
        listed.items = draw(st.lists(nodes(depth=depth - 1), max_size=3))
        return listed
    if kind == "mapping":
        mapping = MappingNode(*AT)
        keys = WORDS | st.sampled_from(
            ["tasks", "title", "date", "task", "at", "needs", "use", "launch", "people", "split"]
        )
        for key in draw(st.lists(keys, max_size=3, unique=True)):
            mapping.values[key] = draw(nodes(depth=depth - 1))
        return mapping
    return ScalarNode(draw(WORDS), draw(st.booleans()), *AT)


def slots(node: Node) -> list[tuple[Any, Any]]:
    """Every place where a node can be put: its container and key or index."""
    found: list[tuple[Any, Any]] = []
    if isinstance(node, MappingNode | SequenceNode):
        container = node.values if isinstance(node, MappingNode) else node.items
        for key, child in list(container.items() if isinstance(container, dict) else enumerate(container)):
            found += [(container, key), *slots(child)]
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_nothing_raises(data: st.DataObject) -> None:
    root = parse("roadmap.yaml", TEXT).root
    assert root is not None
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(slots(root)))
        container[key] = data.draw(nodes())
    plan, faults = build({**FILES, "roadmap.yaml": Document(root, (), ())}, TODAY)
    assert list(faults) == sorted(faults, key=lambda fault: (fault.place, fault.kind, fault.message))
    for task in plan.tasks.values():
        assert task.team is None or task.team in plan.teams
        assert set(task.ships_on) <= set(plan.trains)
        assert task.service is None or task.service in plan.services
    for campaign in plan.campaigns.values():
        assert all(launch.date for launch in campaign.launches.values())
