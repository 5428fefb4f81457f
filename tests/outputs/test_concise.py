"""``concise``: one line a finding."""

from __future__ import annotations

from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN, Style
from tests.outputs.findings import LATE, reported

LINE = "campaigns/spring.yaml:3:13: SC101 error Spring cannot be launched on 2027-03-15: 5 working days late."


def test_a_finding_is_a_line() -> None:
    assert list(OUTPUTS["concise"].lines(reported(LATE, LATE), PLAIN)) == [LINE, LINE]


def test_a_line_is_never_broken_by_a_narrow_terminal() -> None:
    assert list(OUTPUTS["concise"].lines(reported(LATE), Style(width=20))) == [LINE]
