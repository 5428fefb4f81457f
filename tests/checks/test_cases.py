"""Every case beside every check says the truth: what fires, where and in which words, and what stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.documentation import Case, CaseFile, documentation
from roadmap.checks.registry import Rule, all_rules
from roadmap.findings.finding import Finding
from roadmap.source.nodes import Place
from roadmap.study import load


def cases_of(rule: Rule) -> tuple[Case, ...]:
    """None where the file is missing: test_registry.py tells that of each check, and the others are still tried."""
    try:
        return documentation(rule).cases
    except FileNotFoundError:
        return ()


CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{'fires' if case.fires else 'silent'}-{case.title}")
    for rule in all_rules()
    for case in cases_of(rule)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_the_case_is_told_as_documented(rule: Rule, case: Case, tmp_path: Path) -> None:
    for file in case.files:
        write(tmp_path, file)
    found = sorted(findings_of(rule, tmp_path, case), key=lambda finding: finding.sort_key)
    assert [told(finding, want) for finding, want in zip_all(found, case.expected)] == [list(w) for w in case.expected]


def findings_of(rule: Rule, root: Path, case: Case) -> list[Finding]:
    study = load(root, case.today)
    if rule.scope == "suppressions":
        return [finding for finding in study.report.findings if finding.code == rule.code]
    return list(rule.find(study.facts, rule))


def write(root: Path, file: CaseFile) -> None:
    path = root / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.target is None:
        path.write_bytes(file.text.encode(file.encoding))
    else:
        path.symlink_to(file.target)


def zip_all(found: list[Finding], expected: tuple[tuple[str, ...], ...]) -> list[tuple[Finding, tuple[str, ...]]]:
    """Each finding with what the case says of it, as far as it says anything."""
    return [(finding, expected[index] if index < len(expected) else ()) for index, finding in enumerate(found)]


def told(finding: Finding, want: tuple[str, ...]) -> list[str]:
    """The finding as a case lists it: with its related places only where the case gives any."""
    lines = [f"{at(finding.place)} {finding.code} {finding.message}"]
    if len(want) > 1:
        lines += [f"{at(related.place)} {related.message}" for related in finding.related]
    return lines


def at(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"
