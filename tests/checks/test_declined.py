"""How grave it is that a team has declined: by how much the work is needed, and for which kind of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.registry import rule_named
from tests.plan_text import load

PLAN = """\
teams: {{brand: {{}}, web: {{}}}}
{section}:
  summer:
    team: brand
    {date}
    tasks:
      page: {{team: web, duration: 5d, priority: {priority}, request: {{answer: declined}}}}
"""


@pytest.mark.parametrize(
    ("section", "date", "priority", "severity"),
    [
        ("campaigns", "launch: 2027-08-16", "must", "error"),
        ("campaigns", "launch: 2027-08-16", "should", "warning"),
        ("campaigns", "launch: 2027-08-16", "could", "info"),
        ("campaigns", "launch: {date: 2027-08-16, firm: false}", "must", "warning"),
        ("campaigns", "launch: {date: 2027-08-16, firm: false}", "could", "info"),
        ("projects", "deadline: 2027-08-16", "must", "warning"),
        ("projects", "title: Summer", "must", "warning"),
    ],
)
def test_only_a_must_for_a_hard_date_is_an_error(
    section: str, date: str, priority: str, severity: str, tmp_path: Path
) -> None:
    text = PLAN.format(section=section, date=date, priority=priority)
    study = load(tmp_path, {"plan.yaml": text}, "2026-11-22")
    rule = rule_named("LT206")
    assert rule is not None
    assert [finding.severity for finding in rule.find(study.facts, rule)] == [severity]
