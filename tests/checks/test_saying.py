"""Which tasks say what a check is about: those with something written there, by themselves or by what they use."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.saying import saying
from tests.plan_text import load

PLAN = """\
teams: {web: {}, legal: {notice: 10d}}
services:
  legal-check: {team: legal, duration: 3d, notice: 2w}
templates:
  page: {tasks: {copy: {duration: 1d, owner: Ada <ada@example.com>}}}
campaigns:
  spring:
    team: web
    launch: 2027-03-15
    use: page
    tasks:
      terms: {service: legal-check}
      artwork: {duration: 2d, start: 2027-01-11, roadblocks: []}
projects:
  pim:
    team: web
    tasks:
      feed: {duration: 5d, start: null, finish: 2027-02-05}
      tests: {duration: 3d, start: 2027-02-08, finish: 2027-02-10, after-launch: false}
"""


@pytest.mark.parametrize(
    ("fields", "tasks"),
    [
        (["start"], ["pim/tests", "spring/artwork"]),
        (["start", "finish"], ["pim/feed", "pim/tests", "spring/artwork"]),
        (["owner"], ["spring/copy"]),  # as its template says
        (["notice"], ["spring/terms"]),  # as its service says
        (["roadblocks"], []),
        (["after_launch"], []),
        (["tags"], []),
    ],
)
def test_tasks_are_found_by_what_they_say(fields: list[str], tasks: list[str], tmp_path: Path) -> None:
    facts = load(tmp_path, {"plan.yaml": PLAN}, "2026-11-22").facts
    assert [task.id for task in saying(facts, *fields)] == tasks
