"""``gitlab``: a Code Quality report has what GitLab requires."""

from __future__ import annotations

import json
from typing import Any

from roadmap.findings.finding import Finding
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN
from roadmap.source.nodes import Place
from tests.outputs.findings import LATE, reported


def items(*findings: Finding, folder: str = "") -> list[dict[str, Any]]:
    document = json.loads("\n".join(OUTPUTS["gitlab"].lines(reported(*findings)._replace(folder=folder), PLAIN)))
    assert isinstance(document, list)
    return document


def test_a_finding_as_an_item() -> None:
    (item,) = items(LATE, folder="plans/acme")
    fingerprint = item.pop("fingerprint")
    assert len(fingerprint) == 64
    assert item == {
        "type": "issue",
        "check_name": "SC101",
        "description": "SC101 launch-impossible: Spring cannot be launched on 2027-03-15: 5 working days late.",
        "severity": "critical",
        "location": {"path": "plans/acme/campaigns/spring.yaml", "lines": {"begin": 3, "end": 3}},
    }


def test_no_findings_are_an_empty_list() -> None:
    assert items() == []


def test_severities_are_those_that_gitlab_knows() -> None:
    graded = (LATE, LATE._replace(severity="warning"), LATE._replace(severity="info"))
    assert [item["severity"] for item in items(*graded)] == ["critical", "major", "info"]


def test_fingerprints_are_unique_and_do_not_change_when_lines_move() -> None:
    moved = LATE._replace(place=Place("campaigns/other.yaml", 103, 1, 103, 9))
    ((before,), (after, second)) = items(LATE), items(moved, LATE)
    assert before["fingerprint"] == after["fingerprint"] != second["fingerprint"]
