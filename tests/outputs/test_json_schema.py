"""The JSON Schema of plan files takes what can be read, and says of the rest what the reader says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.model.build import build
from roadmap.outputs.json_schema import schema, schema_text
from roadmap.source.load import Document, parse
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from tests.model.reading_plans import EXAMPLE, TODAY, documents

VALIDATOR = jsonschema.Draft202012Validator(schema())
ROOT = Path(__file__).resolve().parents[2]


def core(node: Node) -> Any:
    """What an editor sees: values typed by the core rules of YAML 1.2."""
    if isinstance(node, MappingNode):
        return {key: core(value) for key, value in node.values.items()}
    if isinstance(node, SequenceNode):
        return [core(item) for item in node.items]
    assert isinstance(node, ScalarNode)
    if not node.plain:
        return node.text
    if node.is_null:
        return None
    if node.text.lower() in ("true", "false"):
        return node.text.lower() == "true"
    if re.fullmatch(r"[-+]?\d+", node.text, re.ASCII):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", node.text, re.ASCII):
        return float(node.text)
    return node.text


def errors(text: str) -> list[str]:
    """Where a plan file breaks the schema."""
    root = parse("a.yaml", text).root
    assert root is not None
    return ["/".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(core(root))]


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()
    assert schema_text().endswith("}\n")


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("*.yaml")), ids=lambda path: path.name)
def test_the_example_of_the_language_is_valid(path: Path) -> None:
    assert errors(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("plans/**/*.yaml")), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_example_workspaces_are_valid(path: Path) -> None:
    document = parse(path.name, path.read_text("utf-8"))
    assert document.root is None or list(VALIDATOR.iter_errors(core(document.root))) == []


def test_every_field_is_described() -> None:
    whole = schema()
    for name, definition in {**whole["$defs"], "file": whole}.items():
        for key, field in definition["properties"].items():
            assert field.get("description"), f"{name}.{key}"
            assert key == key.lower().replace("_", "-")


@pytest.mark.parametrize(
    "text",
    [
        "campaigns: {c: {launch: 2027-W11}}",
        "campaigns: {c: {launch: {date: 2027, firm: false}}}",
        "campaigns: {c: {owner: dana@example.com, use: mail, tasks: {t: null}}}",
        "projects: {p: {tasks: {t: {needs: copy, ships-on: web, people: 0.5, title: 1.30}}}}",
        "projects: {p: {tasks: {t: {needs: [copy SS +1w, {task: a, lag: null}]}}}}",
        "teams:\ntrains: {web: {capacity: 40pd, cut-offs: {freeze: {at: 30d, until: 7d}}}}",
        "glossary: {Big Word: {means: x}}",
        "campaigns: {c: {launch: web@27.6/code - 2ed, ends: 'campaign:sale@de +1w', launched: 2027-Q1}}",
        "blackouts: {b: {days: launch -1w .. launch, was: 2026}}",
        "calendars: {c: {week: 'sun - thu, sat', closed: {2027-05-08: null}}}",
        "trains: {web: {releases: [{date: 2027-03-16, name: 27.6}], skip: 2027-W11}}",
        "trains: {web: {every: 2 weeks on tue, cut-offs: {code: 7ed, scope: {at: 'launch -2w', until: 2027-03-15}}}}",
        "projects: {p: {tasks: {1: {duration: 3d .. 5d}, t: {needs: [1, p/1.work SS - 2d, web@27.6, project:p]}}}}",
        "campaigns: {c: {owner: 'Dana Berg <dana@example.com>', budget: {split: {2027: 100%}}}}",
    ],
)
def test_what_can_be_written(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("teems: {}", ""),
        ("teams: {Web: {}}", "teams"),
        ("teams: {web: {funktion: it}}", "teams/web"),
        ("projects: {p: {launch: 2027}}", "projects/p"),
        ("projects: {p: {tasks: {t: {duration: 5}}}}", "projects/p/tasks/t/duration"),
        ("projects: {p: {tasks: {t: {duration: 5 days}}}}", "projects/p/tasks/t/duration"),
        ("projects: {p: {tasks: {t: {alap: yes}}}}", "projects/p/tasks/t/alap"),
        ("projects: {p: {tasks: {t: {status: finished}}}}", "projects/p/tasks/t/status"),
        ("projects: {p: {tasks: {t: {repeats: weekly}}}}", "projects/p/tasks/t"),
        ("projects: {p: {tasks: {t: {people: two}}}}", "projects/p/tasks/t/people"),
        ("projects: {p: {budget: {total: 120000}}}", "projects/p/budget/total"),
        ("campaigns: {c: {launch: {firm: false}}}", "campaigns/c/launch"),
        ("campaigns: {c: {launch: 2025-21-05}}", "campaigns/c/launch"),
        ("campaigns: {c: {launch: 15.3.2027}}", "campaigns/c/launch"),
        ("campaigns: {c: {launch: 2027-W54}}", "campaigns/c/launch"),
        ("campaigns: {c: {launch: 27}}", "campaigns/c/launch"),
        ("campaigns: {c: {launched: next week}}", "campaigns/c/launched"),
        ("campaigns: {c: {ends: launch 3w}}", "campaigns/c/ends"),
        ("blackouts: {b: {days: 2027-03-15...2027-03-20}}", "blackouts/b/days"),
        ("calendars: {c: {week: monday-friday}}", "calendars/c/week"),
        ("trains: {web: {releases: [{date: 2027-03-16, name: Big one}]}}", "trains/web/releases"),
        ("trains: {web: {cut-offs: {code: 70%}}}", "trains/web/cut-offs/code"),
        ("trains: {web: {milestones: {rc1: {at: Easter Monday}}}}", "trains/web/milestones/rc1"),
        ("projects: {p: {tasks: {t: {needs: Copy}}}}", "projects/p/tasks/t/needs"),
        ("projects: {p: {tasks: {t: {needs: [{task: copy, lag: 2}]}}}}", "projects/p/tasks/t/needs"),
        ("projects: {p: {tasks: {t: {needs: [a--b +2d]}}}}", "projects/p/tasks/t/needs"),
        ("projects: {p: {owner: <dana@example.com>}}", "projects/p/owner"),
        ("projects: {p: {deadline: -a}}", "projects/p/deadline"),
        ("roadmap: {checks: {limits: {launch-gap: +5d}}}", "roadmap/checks/limits/launch-gap"),
        ("reviews: {r: {for: ''}}", "reviews/r/for"),
    ],
)
def test_what_cannot(text: str, where: str) -> None:
    assert errors(text) == [where]


TEXTS = [
    "5d", "2w", "14ed", "3d..5d..10d", "12pd", "2027-03-15", "2027-W11", "2027", "launch -10d", "ends", "web@27.6",
    "web@27.6/code", "2027-03-15..2027-03-20", "120000 EUR", "70%", "0.5", "3", "mon-fri", "2 per week", "09:30", "45m",
    "true", "null", "", "web", "brand", "pim", "pim/product-feed", "dana@example.com", "team:web", "function:it",
    "DE-BE", "every 2 weeks on tue", "planned", "pilot", "copy SS +1w", "1.30", "code", "UTC", "-1", "1e3", "A text",
    "x" * 120,
]  # fmt: skip
FILES = documents({path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.yaml"))})


def scalars(node: Node) -> list[tuple[MappingNode | SequenceNode, Any]]:
    """Where scalars stand: their parent and key or index."""
    found: list[tuple[MappingNode | SequenceNode, Any]] = []
    if isinstance(node, MappingNode | SequenceNode):
        children = node.values.items() if isinstance(node, MappingNode) else enumerate(node.items)
        for key, child in children:
            found += [(node, key)] if isinstance(child, ScalarNode) else scalars(child)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data())
def test_what_is_read_without_a_fault_is_valid(data: st.DataObject) -> None:
    root = parse("roadmap.yaml", (EXAMPLE / "roadmap.yaml").read_text("utf-8")).root
    assert root is not None
    for parent, key in data.draw(st.lists(st.sampled_from(scalars(root)), min_size=1, max_size=3)):
        old = parent.values[key] if isinstance(parent, MappingNode) else parent.items[key]
        text, plain = data.draw(st.sampled_from(TEXTS)), data.draw(st.booleans())
        new = ScalarNode(text, plain, old.file, old.number)
        if isinstance(parent, MappingNode):
            parent.values[key] = new
        else:
            parent.items[key] = new
    _, faults = build({**FILES, "roadmap.yaml": Document(root, (), ())}, TODAY)
    if not faults:
        assert list(VALIDATOR.iter_errors(core(root))) == []
