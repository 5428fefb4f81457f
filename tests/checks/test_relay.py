"""Faults as findings: what tells them apart is what is wrong, not what it might be mistaken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plan_text import load


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("projects: {p: {team: web, tasks: {a: {duration: 1d, needs: [texts]}}}}", "projects: {text: {team: web}}"),
        ("campaigns: {c: {team: wep, launch: 2027-03-15, tasks: {a: {duration: 1d}}}}", "teams: {web: {}, wept: {}}"),
    ],
)
def test_what_is_named_later_leaves_a_baseline_as_it_was(wrong: str, near: str, tmp_path: Path) -> None:
    files = {"a.yaml": wrong, "b.yaml": "teams: {it: {}}"}
    (before,) = _references(tmp_path / "before", files)
    (after,) = _references(tmp_path / "after", {**files, "c.yaml": near})
    assert "did you mean" not in before[1]
    assert "did you mean" in after[1]
    assert before[0] == after[0]


def _references(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Fingerprint and message of what is wrong with the first team or link."""
    findings = load(root, files, "2026-11-22").findings
    return [
        (found.fingerprint, found.message)
        for found in findings
        if found.code.startswith("RF") and ('"texts"' in found.message or '"wep"' in found.message)
    ]
