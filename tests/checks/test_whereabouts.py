"""To which task or initiative a place in a file belongs, and so whose business a fault is."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.whereabouts import Whereabouts
from roadmap.source.nodes import Place
from tests.plan_text import load

PLAN = """\
teams: {web: {}}
campaigns:
  spring:
    launch: 2027-03-15
    tasks:
      copy: {duration: 5d}
      page:
        duration: 3d
    ends: 2027-04-04
projects:
  pim: {tasks: {feed: {duration: 5d}}}
"""


@pytest.mark.parametrize(
    ("line", "column", "item"),
    [
        (1, 9, None),
        (3, 3, "spring"),
        (4, 13, "spring"),
        (6, 7, "spring/copy"),
        (6, 24, "spring/copy"),
        (8, 19, "spring/page"),
        (9, 11, "spring"),
        (11, 9, "pim"),
        (11, 17, "pim/feed"),
        (11, 31, "pim/feed"),
    ],
)
def test_a_place_belongs_to_the_innermost_thing_around_it(
    line: int, column: int, item: str | None, tmp_path: Path
) -> None:
    whereabouts = Whereabouts(load(tmp_path, {"plan.yaml": PLAN}, "2026-11-22").plan)
    assert whereabouts.item_at(Place("plan.yaml", line, column, line, column + 1)) == item
    assert whereabouts.item_at(Place("other.yaml", line, column, line, column + 1)) is None
