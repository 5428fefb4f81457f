"""How grave it is that a request is late: no graver than that the launch goes ahead without what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.registry import rule_named
from tests.plan_text import load

PLAN = """\
teams: {{brand: {{}}, web: {{notice: 10d}}}}
campaigns:
  winter:
    team: brand
    launch: {launch}
    {more}
    tasks:
      game: {{team: web, duration: 5d, priority: {priority}{request}}}
"""


@pytest.mark.parametrize(
    ("priority", "severity"),
    [("must", "warning"), ("should", "warning"), ("could", "info"), ("could, deadline: 2026-12-04", "warning")],
)
@pytest.mark.parametrize(
    ("code", "launch", "more", "request_"),
    [
        # It has to start five working days before the launch, and to be asked for ten before that.
        ("LT201", "2026-12-07", "title: Winter", ", request: {asked: 2026-11-20}"),
        ("LT202", "2026-12-07", "title: Winter", ""),
        ("LT203", "2026-12-21", "title: Winter", ""),
        ("LT210", "2026-12-07", "first-shared: 2026-11-19", ""),
    ],
)
def test_what_a_launch_can_do_without_is_told_as_an_info(
    code: str, launch: str, more: str, request_: str, priority: str, severity: str, tmp_path: Path
) -> None:
    if code == "LT203":
        priority = priority.replace("12-04", "12-18")
    text = PLAN.format(launch=launch, more=more, request=request_, priority=priority)
    study = load(tmp_path, {"plan.yaml": text}, "2026-11-22")
    rule = rule_named(code)
    assert rule is not None
    assert [finding.severity for finding in rule.find(study.facts, rule)] == [severity]
