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


def test_how_much_a_broken_file_hides_leaves_a_baseline_as_it_was(tmp_path: Path) -> None:
    before, after = (
        load(tmp_path / str(count), {"a.yaml": "teams: {web: [", "b.yaml": _asking(count)}, "2026-11-22").findings
        for count in (1, 2)
    )
    (one,) = (found for found in before if found.place.path == "a.yaml")
    (two,) = (found for found in after if found.place.path == "a.yaml")
    assert one.message.endswith("Because of it, 1 reference could not be checked.")
    assert two.message.endswith("Because of it, 2 references could not be checked.")
    assert one.fingerprint == two.fingerprint


def _asking(count: int) -> str:
    """A project with links to so many tasks that are not there."""
    return (
        f"projects: {{p: {{tasks: {{a: {{duration: 1d, needs: [{', '.join(f'pim/t{n}' for n in range(count))}]}}}}}}}}"
    )
