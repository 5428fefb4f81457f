"""``json``: the promised document."""

from __future__ import annotations

import json

from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN
from tests.outputs.findings import LATE, reported


def test_a_finding_as_a_document() -> None:
    document = json.loads("\n".join(OUTPUTS["json"].lines(reported(LATE, suppressed=4), PLAIN)))
    assert document == {
        "version": 1,
        "today": "2026-11-22",
        "holidays": "0.109",
        "summary": {
            "error": 1,
            "warning": 0,
            "info": 0,
            "suppressed": 4,
            "baselined": 0,
            "fixable": 0,
            "files": 3,
            "items": 7,
        },
        "findings": [
            {
                "code": "SC101",
                "name": "launch-impossible",
                "severity": "error",
                "message": "Spring cannot be launched on 2027-03-15: 5 working days late.",
                "path": "campaigns/spring.yaml",
                "line": 3,
                "column": 13,
                "end_line": 3,
                "end_column": 23,
                "items": ["spring"],
                "teams": {"act": ["brand"], "know": ["data", "legal", "web"]},
                "related": [
                    {
                        "path": "trains/web.yaml",
                        "line": 3,
                        "column": 12,
                        "message": "landing ships with web@2027-03-16",
                    },
                    {"path": "teams.yaml", "line": 2, "column": 17, "message": "landing waits 10 working days"},
                    {"path": "teams.yaml", "line": 2, "column": 3, "message": "web does it"},
                ],
                "evidence": {"chain": ["landing waits 10 working days", "landing ships with web@2027-03-16"]},
                "fixes": [],
                # SHA-256 of code, key and item with NUL between: its first 16 digits.
                "fingerprint": "3209332d8268503b",
            }
        ],
    }


def test_statistics_are_added_where_they_are_asked_for() -> None:
    document = json.loads("\n".join(OUTPUTS["json"].lines(reported(LATE, statistics=True), PLAIN)))
    assert document["statistics"] == [{"count": 1, "code": "SC101", "name": "launch-impossible", "severity": "error"}]
