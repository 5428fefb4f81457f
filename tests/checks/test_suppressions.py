"""Suppressions from the comment in the file to the report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from roadmap.checks.registry import all_rules
from roadmap.findings.finding import Finding
from roadmap.findings.selection import Selection
from roadmap.model.settings import Checks
from tests.plan_text import load

REASON = "until 2026-12-31 because the brief is on its way"
SPRING = """\
campaigns:
  spring-sale:
    launch: 2027-03-15
    tasks:
      copy: {{duration: 5d, needs: [pim/feed]}}{comment}
"""
PIM = """\
projects:
  pim:
    tasks:
      feed: {{status: dropped}}{comment}
"""


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def files(spring: str = "", pim: str = "") -> dict[str, str]:
    return {"spring.yaml": SPRING.format(comment=spring), "pim.yaml": PIM.format(comment=pim)}


def test_nothing_is_hidden_without_a_suppression(tmp_path: Path) -> None:
    report = load(tmp_path, files(), "2026-11-22").report
    assert codes(report.findings) == ["DG105"]
    assert report.suppressed == ()


@pytest.mark.parametrize(
    ("spring", "pim"),
    [(f"  # roadmap: ignore[DG105] {REASON}", ""), ("", f"  # roadmap: ignore[needs-dropped] {REASON}")],
    ids=["where the link stands", "where the task is dropped"],
)
def test_a_suppression_works_at_either_end_of_a_relation(tmp_path: Path, spring: str, pim: str) -> None:
    report = load(tmp_path, files(spring, pim), "2026-11-22").report
    assert report.findings == ()
    assert codes(report.suppressed) == ["DG105"]


def test_it_works_alone_on_the_line_above(tmp_path: Path) -> None:
    plan = SPRING.format(comment="").replace("      copy", f"      # roadmap: ignore[DG105] {REASON}\n      copy")
    report = load(tmp_path, {**files(), "spring.yaml": plan}, "2026-11-22").report
    assert report.findings == ()
    assert codes(report.suppressed) == ["DG105"]


@pytest.mark.parametrize(
    ("comment", "housekeeping"),
    [
        ("  # roadmap: ignore[DG105]", "SU901"),
        ("  # roadmap: ignore[DG105] until 2026-12-31", "SU901"),
        ("  # roadmap: ignore[DG105] because it is on its way", "SU901"),
        ("  # roadmap: ignore[DG105] until 2026-11-21 because it is on its way", "SU902"),
        (f"  # roadmap: ignore[DG1055] {REASON}", "SU904"),
        (f"  # roadmap: ignore {REASON}", "SU904"),
        (f"  # roadmap: ignore[DG101] {REASON}", "SU903"),
    ],
)
def test_one_that_does_not_hold_hides_nothing_and_is_told(tmp_path: Path, comment: str, housekeeping: str) -> None:
    report = load(tmp_path, files(comment), "2026-11-22").report
    assert sorted(codes(report.findings)) == sorted(["DG105", housekeeping])
    assert report.suppressed == ()


def test_it_holds_through_the_day_of_its_end_and_no_longer(tmp_path: Path) -> None:
    study = load(tmp_path, files(f"  # roadmap: ignore[DG105] {REASON}"), "2026-12-31")
    assert study.report.findings == ()
    study = load(tmp_path, files(f"  # roadmap: ignore[DG105] {REASON}"), "2027-01-01")
    assert sorted(codes(study.report.findings)) == ["DG105", "SU902"]


def test_one_finding_about_a_suppression_cannot_be_hidden_by_another(tmp_path: Path) -> None:
    comments = f"  # roadmap: ignore[DG105]\n      # roadmap: ignore[SU901] {REASON}\n      film: {{duration: 5d}}"
    report = load(tmp_path, files(comments), "2026-11-22").report
    assert sorted(codes(report.findings)) == ["DG105", "SU901", "SU903"]


def test_what_was_not_run_makes_no_suppression_unused(tmp_path: Path) -> None:
    study = load(tmp_path, files(f"  # roadmap: ignore[DG105, DG101] {REASON}"), "2026-11-22")
    assert codes(study.report.findings) == ["SU903"]
    assert codes(study.report_for(Selection(Checks(), select=("DG105", "SU"))).findings) == []
    assert codes(study.report_for(Selection(Checks(), select=("RF", "SU"))).findings) == []


def test_housekeeping_can_be_left_out_by_the_settings(tmp_path: Path) -> None:
    settings = {"roadmap.yaml": "roadmap: {checks: {ignore: [SU]}}\n"}
    study = load(tmp_path, {**settings, **files("  # roadmap: ignore[DG105]")}, "2026-11-22")
    assert codes(study.report.findings) == ["DG105"]


def test_settings_give_severities_by_code_and_by_path(tmp_path: Path) -> None:
    settings = """\
roadmap:
  checks:
    severity: {DG: info, needs-dropped: error}
    per-path: {"drafts/**": {severity: {DG105: info}}, "old/**": {ignore: [DG]}}
"""
    plans = {
        name: SPRING.format(comment="").replace("spring-sale", sale)
        for name, sale in (("spring.yaml", "spring"), ("drafts/a/summer.yaml", "summer"), ("old/autumn.yaml", "autumn"))
    }
    film = "projects: {pim: {tasks: {feed: {status: dropped}}}}\n"
    other = "projects: {cdp: {tasks: {feed: {status: dropped}}}}\n"
    third = "projects: {erp: {tasks: {feed: {status: dropped}}}}\n"
    plans["drafts/a/summer.yaml"] = plans["drafts/a/summer.yaml"].replace("pim/", "cdp/")
    plans["old/autumn.yaml"] = plans["old/autumn.yaml"].replace("pim/", "erp/")
    files = {"roadmap.yaml": settings, "a.yaml": film, "b.yaml": other, "c.yaml": third, **plans}
    report = load(tmp_path, files, dt.date(2026, 11, 22)).report
    told = [(finding.place.path, finding.severity) for finding in report.findings]
    assert told == [("drafts/a/summer.yaml", "info"), ("spring.yaml", "error")]


def test_every_rule_may_find_nothing_in_an_empty_plan(tmp_path: Path) -> None:
    study = load(tmp_path, {"plan.yaml": "projects:\n"}, "2026-11-22")
    assert study.findings == ()
    assert study.report_for(Selection(Checks(), profile="strict")).findings == ()
    assert len(all_rules()) > 40
