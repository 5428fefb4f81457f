"""A small honest plan that can work is left in peace, and a file that cannot be read starts no avalanche."""

from __future__ import annotations

from pathlib import Path

from tests.plan_text import load

TEAMS = """\
teams:
  brand: {name: Brand, function: marketing}
  web: {name: Web platform, function: it}
trains:
  web: {title: Web train, team: web, every: 2 weeks on tue, from: 2026-12-01, until: 2027-12-31, cut-offs: {code: 3d}}
"""
SPRING = """\
campaigns:
  spring-sale:
    title: Spring sale
    team: brand
    launch: 2027-04-15
    tasks:
      brief: {title: Brief, duration: 2d}
      copy: {title: Copy, duration: 5d, needs: [brief]}
      landing: {title: Landing page, team: web, duration: 3d..5d..8d, needs: [brief, copy], ships-on: web}
      mail: {title: Mail, duration: 2d, needs: [copy, pim/feed]}
      report: {title: Report, duration: 2d, after-launch: true}
"""
PIM = """\
projects:
  pim:
    title: Product platform
    team: web
    tasks:
      model: {title: Model, duration: 5d}
      feed: {title: Feed, duration: 10d, needs: [model]}
      audit: {title: Audit, duration: 2d, needs: [model]}
"""


def test_a_small_honest_plan_has_no_finding(tmp_path: Path) -> None:
    study = load(tmp_path, {"teams.yaml": TEAMS, "spring.yaml": SPRING, "pim.yaml": PIM}, "2026-11-22")
    assert [finding.message for finding in study.report.findings] == []


def test_a_broken_file_is_one_finding_and_hides_no_other(tmp_path: Path) -> None:
    spring = SPRING.replace("report: {title:", "report: {titel:")
    files = {"teams.yaml": TEAMS, "spring.yaml": spring, "pim.yaml": PIM + "      test: {title: [}\n"}
    report = load(tmp_path, files, "2026-11-22").report
    assert [(finding.code, finding.place.path) for finding in report.findings] == [
        ("PF103", "pim.yaml"),
        ("PF108", "spring.yaml"),
    ]
