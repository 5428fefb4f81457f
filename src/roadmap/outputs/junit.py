"""``junit``: a report for servers that show tests, valid against ``junit-10.xsd`` of Jenkins' xUnit plugin.

A file is a suite. A finding that makes the answer "no" is a test that failed; any other one passes and says what it
found in its output; a file without findings is one test that passed.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.findings.finding import Finding
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """The document, without times: the same plan gives the same bytes."""
    by_file: dict[str, list[Finding]] = {path: [] for path in reported.texts}
    for finding in reported.findings:
        by_file.setdefault(finding.place.path, []).append(finding)
    tests = sum(max(len(findings), 1) for findings in by_file.values())
    failures = sum(finding.severity in reported.failing for finding in reported.findings)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="roadmap" tests="{tests}" failures="{failures}" errors="0">'
    for path, findings in sorted(by_file.items()):
        yield from _suite(path, findings, reported)
    yield "</testsuites>"


def escaped(text: str) -> str:
    """Text for content and attributes. What XML 1.0 has no place for is visible before: controls, lone surrogates and
    what is no character."""
    return visible(text).translate(_ENTITIES)


def _suite(path: str, findings: list[Finding], reported: Reported) -> Iterator[str]:
    name = escaped(path)
    failures = sum(finding.severity in reported.failing for finding in findings)
    counts = f'tests="{max(len(findings), 1)}" failures="{failures}" errors="0"'
    yield f'  <testsuite name="{name}" {counts}>'
    if not findings:
        yield f'    <testcase name="no findings" classname="{name}"/>'
    for finding in findings:
        place = finding.place
        title = f"{finding.code} {finding.name} at {place.line}:{place.column}"
        yield f'    <testcase name="{escaped(title)}" classname="{name}">'
        message = escaped(finding.message)
        told = escaped(f"{path}:{place.line}:{place.column}: ") + message
        if finding.severity in reported.failing:
            yield f'      <failure type="{finding.severity}" message="{message}">{told}</failure>'
        else:
            yield f"      <system-out>{finding.severity}: {told}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"
