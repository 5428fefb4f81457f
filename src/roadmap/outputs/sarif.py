"""``sarif``: SARIF 2.1.0, for code scanning and whatever else reads it.

Addresses are relative to the root of the checkout (``SRCROOT``); columns count code points and ends are exclusive.
What GitHub follows a finding by across versions is our own fingerprint, which holds no line numbers. A fix says
whether it is safe in its description and, for programs, in its properties.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import FAMILIES, Rule, all_rules
from roadmap.edit.patches import Patch
from roadmap.findings.finding import Finding, Severity
from roadmap.fixes.fix import Fix
from roadmap.outputs.json_text import json_lines
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place
from roadmap.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
BASE = "SRCROOT"

_STEERING = re.compile(r"[\\\[\]]")
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """The document: a line for each rule and each result."""
    index = {rule.code: number for number, rule in enumerate(all_rules())}
    seen: Counter[str] = Counter()
    results = []
    for finding in reported.findings:
        seen[finding.fingerprint] += 1
        results.append(_result(finding, index[finding.code], seen[finding.fingerprint], reported))
    run = {
        "tool": {
            "driver": {
                "name": "roadmap",
                "fullName": f"roadmap {__version__}",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": _rules(),
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {BASE: {"description": {"text": "The root of the checkout."}}},
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_lines(document, opened=("runs", "tool", "driver"))


def escaped(text: str) -> str:
    """Text of a message in which nothing is a link or a placeholder: see 3.11.5 and 3.11.6 of the standard."""
    return _STEERING.sub(r"\\\g<0>", visible(text)).replace("{", "{{").replace("}", "}}")


def address(path: str) -> str:
    """A relative URI; a colon is encoded so that no folder is taken for a scheme."""
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogatepass"))


@cache
def _rules() -> list[dict[str, Any]]:
    return [_rule(rule) for rule in all_rules()]


def _rule(rule: Rule) -> dict[str, Any]:
    page = documentation(rule)
    source = f"Source: {rule.source}"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _sentence(rule.clause)},
        "fullDescription": {"text": " ".join(page.prose.split("\n\n")[0].split())},
        "help": {"text": f"{page.prose}\n\n{source}", "markdown": f"{page.prose}\n\n{source}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [FAMILIES[rule.family], rule.profile],
            "precision": "very-high",
            "problem.severity": PROBLEMS[rule.severity],
        },
    }


def _result(finding: Finding, rule: int, occurrence: int, reported: Reported) -> dict[str, Any]:
    related = [
        {"id": number, **_location(place, reported), "message": {"text": escaped(message)}}
        for number, (place, message) in enumerate(finding.related, 1)
    ]
    links = [f"[{escaped(message)}]({number})" for number, (_, message) in enumerate(finding.related, 1)]
    text = escaped(finding.message) + (f" See {'; '.join(links)}." if links else "")
    result = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.place, reported)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:{occurrence}",
            "roadmapFingerprint/v1": finding.fingerprint,
        },
        "properties": {
            "items": [visible(item) for item in finding.items],
            "act": list(finding.act),
            "know": list(finding.know),
            "because": [visible(str(step)) for step in finding.evidence.get("chain", ())],
        },
    }
    if related:
        result["relatedLocations"] = related
    fixes = [_fix(fix, reported) for fix in reported.fixes_of(finding)]
    if fixes:
        result["fixes"] = fixes
    return result


def _fix(fix: Fix, reported: Reported) -> dict[str, Any]:
    """What is deleted and what is put in are the bytes of the file, which no output may make visible."""
    advice = "This is safe to apply." if fix.safe else "Look at it before you apply it."
    by_path: dict[str, list[Patch]] = {}
    for patch in sorted(fix.patches):
        by_path.setdefault(patch.place.path, []).append(patch)
    return {
        "description": {"text": escaped(f"{fix.title}. {fix.effect} {advice}")},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(patches[0].place, reported),
                "replacements": [
                    {"deletedRegion": _region(place), **({"insertedContent": {"text": text}} if text else {})}
                    for place, text in patches
                ],
            }
            for patches in by_path.values()
        ],
        "properties": {"safe": fix.safe},
    }


def _location(place: Place, reported: Reported) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(place, reported), "region": _region(place)}}


def _artifact(place: Place, reported: Reported) -> dict[str, Any]:
    return {"uri": address(reported.checkout_path(place)), "uriBaseId": BASE}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}."
