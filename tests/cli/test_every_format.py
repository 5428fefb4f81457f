"""Whatever stands in a plan file, every format, every profile and every fix has an answer to it, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import all_rules
from roadmap.cli.delivering import FORMATS
from roadmap.edit.patches import PatchError, Sheet
from roadmap.source.load import parse
from roadmap.source.nodes import MappingNode, Node, SequenceNode
from tests.cli.command import Answer, roadmap, write
from tests.reference import reference

PROFILES = ("minimal", "standard", "strict")
SETTINGS = "roadmap: {title: Plan, until: 2028-12-31}\nteams: {web: {name: Web}}\n"
HOSTILE = (
    "", "~", "[]", "{}", "[[]]", "[{}]", "{a: b}", '""', '" "', r'"\0"', r'"\ud800"', r'"\e[31m\u202e"', "-1",
    "1e999", ".inf", ".nan", "9" * 5_000, "0x1F", "yes", "2027-02-30", "2027/03/15", "9999-12-31", "0001-01-01",
    "2027-03-15..2027-03-10", "2027-03-15..", "..", "launch", "launch -5d", "launch +999999d", "5 d", "0d", "1e3d",
    "999999999d", "3d..2d..1d", "1pd", "team:", "a/b/c", "/", "@", "a@b/c", "web@2027-13-15", "*", "!!binary abc",
    "&x y", "*x", "&a [*a]", "{<<: *a}", r'"a\nb"', "|\n  x", "x" * 300, "\u200b", "a: b: c", "[a, a]",
    "[copy, copy FF, copy SS +1d]", "copy XX", "{task: {}}", "-1 EUR", "1e9 EUR", "101%", "fri-mon",
    "FREQ=SECONDLY", "every 0 days", "Nowhere/City", '"=1+1"', "- a\n- b", "{? [a] : b}",
)  # fmt: skip


def answered(root: Path, *options: str) -> Answer:
    answer = roadmap("check", "--plans", str(root), "--today", "2026-11-22", "--no-cache", *options)
    assert answer.status in (0, 1), answer.err
    assert "Traceback" not in answer.out + answer.err
    return answer


def has_an_answer(root: Path, out: Path, profile: str) -> None:
    answered(root, "--profile", profile, *(f"--also={name}={out / name}" for name in FORMATS))
    for name in ("json", "sarif", "gitlab"):
        json.loads((out / name).read_text("utf-8"))
    ElementTree.fromstring((out / "junit").read_bytes())
    answered(root, "--profile", profile, "--diff")
    answered(root, "--profile", profile, "--diff", "--unsafe-fixes")


@pytest.mark.parametrize("step", [29, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "within",
    ["", "projects:\n  p:\n", "campaigns:\n  c:\n    launch: 2027-03-15\n    tasks:\n"],
    ids=["alone", "in a project", "among tasks"],
)
def test_whatever_yaml_allows_or_forbids(within: str, step: int, tmp_path: Path) -> None:
    write(tmp_path / "plan", {"roadmap.yaml": SETTINGS})
    indent = "  " * within.count("\n")
    for number, case in enumerate(json.loads(reference("yaml-bad/suite.json").read_text("utf-8"))["cases"][::step]):
        text = within + "\n".join(f"{indent}{line}" for line in case["text"].split("\n"))
        (tmp_path / "plan" / "a.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        has_an_answer(tmp_path / "plan", tmp_path, PROFILES[number % 3])


@cache
def documented() -> list[dict[str, str]]:
    """The plans that the documentation of the checks shows: all that the language can say is in them."""
    cases = [case for rule in all_rules() for case in documentation(rule).cases]
    plain = [case for case in cases if case.files and all(file.target is None for file in case.files)]
    return [{file.path: file.text for file in case.files} for case in plain]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, str]:
    """Such a plan with other things in some places of it."""
    files = dict(draw(st.sampled_from(documented())))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(sorted(files)))
        nodes = [*_nodes(parse(path, files[path]).root)]
        if not nodes:
            continue
        new = draw(
            st.sampled_from(HOSTILE) | st.text(max_size=5) | st.sampled_from(nodes).map(lambda node: _text(files, node))
        )
        try:
            files[path] = _put(path, files[path], draw(st.sampled_from(nodes)), new)
        except PatchError:
            continue
    return files


def _nodes(node: Node | None) -> Iterator[Node]:
    if node is not None:
        yield node
    for child in _children(node):
        yield from _nodes(child)


def _children(node: Node | None) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        for _, key, value in node.items():
            yield from (key, value)
    elif isinstance(node, SequenceNode):
        yield from node.items


def _text(files: dict[str, str], node: Node) -> str:
    return Sheet(node.file.path, files[node.file.path]).written(node.place)


def _put(path: str, text: str, node: Node, new: str) -> str:
    sheet = Sheet(path, text)
    start, end = sheet.span(node.place)
    return text[:start] + new + text[end:]


def _holds(folder: Path, files: dict[str, str], profile: str) -> None:
    plan = folder / "plan"
    for old in plan.rglob("*.yaml"):
        old.unlink()
    plan.mkdir(exist_ok=True)
    for path, text in files.items():
        (plan / path).parent.mkdir(parents=True, exist_ok=True)
        (plan / path).write_bytes(text.encode("utf-8", "replace"))
    has_an_answer(plan, folder, profile)


RELAXED = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
}


@settings(max_examples=25, **RELAXED)
@given(damaged(), st.sampled_from(PROFILES))
def test_whatever_stands_in_any_place(tmp_path: Path, files: dict[str, str], profile: str) -> None:
    _holds(tmp_path, files, profile)


@pytest.mark.long
@settings(max_examples=800, **RELAXED)
@given(damaged(), st.sampled_from(PROFILES))
def test_whatever_stands_in_any_place_at_length(tmp_path: Path, files: dict[str, str], profile: str) -> None:
    _holds(tmp_path, files, profile)
