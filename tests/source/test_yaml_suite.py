"""Every case of the YAML test suite as a plan file: the right value, or a fault with a place."""

from __future__ import annotations

import json
from typing import Any

from roadmap.source.load import parse
from roadmap.source.nodes import Place
from roadmap.source.tree import grow
from tests.reference import reference
from tests.source.trees import core

# Valid YAML that another parser reads as the suite expects and that is refused here.
SEVERAL_DOCUMENTS = {"35KP", "6XDY", "6ZKB", "9DXL", "9KAX", "JHB9", "KSS4", "L383", "PUW8", "RZT7", "U9NS"}
DIRECTIVES = {"2LFX", "6LVF", "BEC7"}
TABS = {"96NN-0", "R4YG", "Y79Y-1"}


def cases() -> list[dict[str, Any]]:
    return list(json.loads(reference("yaml-bad/suite.json").read_text(encoding="utf-8"))["cases"])


def read(text: str) -> tuple[Any, list[tuple[str, Place]]]:
    """Value, and kind and place of each fault. A root that is no mapping is a fault of a plan file and yet no fault of
    its YAML, so its value is asked for all the same."""
    document = parse("plan.yaml", text)
    if [fault.message.startswith("A plan file holds sections") for fault in document.faults] == [True]:
        return core(grow("plan.yaml", text if text.endswith("\n") else f"{text}\n", [])), []
    return core(document.root), [(fault.kind, fault.place) for fault in document.faults]


def test_what_must_fail_is_a_fault() -> None:
    assert [case["id"] for case in cases() if case["must_fail"] and not read(case["text"])[1]] == []


def test_every_fault_has_a_place_in_the_file() -> None:
    for case in cases():
        lines = [*case["text"].replace("\r\n", "\n").split("\n")]
        for kind, place in read(case["text"])[1]:
            assert kind in {"yaml", "tag", "wrong-type", "duplicate-key", "merge-key"}, case["id"]
            assert 1 <= place.line <= len(lines), case["id"]
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, case["id"]
            assert (place.line, place.column) <= (place.end_line, place.end_column), case["id"]


def test_what_is_accepted_has_the_value_that_the_suite_expects() -> None:
    wrong = {}
    for case in cases():
        value, faults = read(case["text"])
        if not faults and "json" in case and value != (json.loads(case["json"]) if case["json"].strip() else None):
            wrong[case["id"]] = value
    assert wrong == {}


def test_no_more_is_refused_than_the_language_refuses() -> None:
    refused = {case["id"] for case in cases() if case["pyyaml"] == "ok" and "json" in case and read(case["text"])[1]}
    tags = {"2XXW", "565N", "J7PZ"}
    signs_that_changed_their_meaning = {"652Z", "HM87-1", "Y2GN"}
    assert refused == SEVERAL_DOCUMENTS | DIRECTIVES | TABS | tags | signs_that_changed_their_meaning
