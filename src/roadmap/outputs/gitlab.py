"""``gitlab``: a report for GitLab's Code Quality, a subset of the format of Code Climate.

GitLab counts findings of one fingerprint as one, so the second of two that are equal gets a fingerprint of its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from roadmap.findings.finding import Finding, Severity
from roadmap.outputs.json_text import json_list_lines
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible

SEVERITY: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """A list with an item for each finding."""
    seen: Counter[str] = Counter()
    items = []
    for finding in reported.findings:
        seen[finding.fingerprint] += 1
        items.append(_item(finding, seen[finding.fingerprint], reported))
    return json_list_lines(items)


def _item(finding: Finding, occurrence: int, reported: Reported) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": f"{finding.code} {finding.name}: {visible(finding.message)}",
        "severity": SEVERITY[finding.severity],
        "fingerprint": hashlib.sha256(f"{finding.fingerprint}:{occurrence}".encode("ascii")).hexdigest(),
        "location": {
            "path": visible(reported.checkout_path(finding.place)),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }
