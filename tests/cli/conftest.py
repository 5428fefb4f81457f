"""The small workspace that these tests look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import write

SALE = """\
campaigns:
  sale:
    title: Spring sale
    team: brand
    launch: 2027-02-12
    tasks:
      copy: {title: Copy, duration: 5d, not-before: 2027-02-01}
      page: {title: Page, duration: 5d, needs: [copy]}
"""
FEED = """\
projects:
  feed:
    team: data
    tasks:
      model: {title: Model, duration: 3d, ships-on: data}
"""
TEAMS = """\
teams: {brand: {function: marketing}, data: {function: it}}
trains:
  data: {team: data, every: 2 weeks on tue, from: 2027-01-26, until: 2027-12-31, cut-offs: {code: 3d}}
"""


@pytest.fixture
def sale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, to be looked at on Monday 25 January 2027, and the present folder in it.

    `copy` takes 1 to 5 February, `page` 8 to 12 February: the launch on Friday the 12th is possible on Monday the 15th,
    one working day late. `model` takes 25 to 27 January; the release of the 26th closed three working days before, the
    one of 9 February closes at the end of the 4th.
    """
    root = tmp_path / "acme"
    write(
        root,
        {
            "roadmap.yaml": "roadmap: {version: 1}\n",
            "campaigns/sale.yaml": SALE,
            "feed.yaml": FEED,
            "teams.yaml": TEAMS,
        },
    )
    monkeypatch.chdir(root)
    return root
