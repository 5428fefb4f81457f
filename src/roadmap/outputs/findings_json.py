"""``json``: the findings as a document whose shape is promised (version 1).

Lines and columns count from 1, columns in code points; ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from roadmap.findings.finding import Finding
from roadmap.fixes.fix import Fix
from roadmap.outputs.json_text import json_lines
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """The document. ``statistics`` is there only where it was asked for."""
    summary = {
        **reported.severities,
        "suppressed": reported.suppressed,
        "baselined": reported.baselined,
        "fixable": reported.fixable,
        "files": len(reported.texts),
        "items": reported.items,
    }
    document = {
        "version": 1,
        "today": reported.today.isoformat(),
        "holidays": reported.holidays,
        "summary": summary,
        "findings": [_finding(finding, reported.fixes_of(finding)) for finding in reported.findings],
    }
    if reported.statistics:
        document["statistics"] = [
            dict(zip(("count", "code", "name", "severity"), row, strict=True)) for row in reported.codes
        ]
    return json_lines(document)


def _finding(finding: Finding, fixes: Sequence[Fix]) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "items": list(finding.items),
        "teams": {"act": list(finding.act), "know": list(finding.know)},
        "related": [
            {"path": where.path, "line": where.line, "column": where.column, "message": message}
            for where, message in finding.related
        ],
        "evidence": dict(finding.evidence),
        "fixes": [_fix(fix) for fix in fixes],
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "effect": fix.effect,
        "edits": [
            {
                "path": place.path,
                "start": [place.line, place.column],
                "end": [place.end_line, place.end_column],
                "text": text,
            }
            for place, text in fix.patches
        ],
    }
