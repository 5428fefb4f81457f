"""What the table of a schedule says of launches."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.outputs.schedule_table import launch_text
from roadmap.schedule.result import LaunchDates


def launch(
    possible: dt.date | None, float_: int, market: str | None = None, launched: dt.date | None = None
) -> LaunchDates:
    return LaunchDates(
        id="sale",
        campaign="sale",
        market=market,
        written=dt.date(2027, 3, 15).toordinal(),
        firm=True,
        possible=None if possible is None else possible.toordinal(),
        float_=float_,
        launched=None if launched is None else launched.toordinal(),
        decided_by=None,
    )


@pytest.mark.parametrize(
    ("launch", "text"),
    [
        (launch(dt.date(2027, 3, 12), 1), "launch on Mon 2027-03-15 holds, with 1 working day to spare"),
        (launch(dt.date(2027, 3, 15), 0, "pl"), "launch in pl on Mon 2027-03-15 holds, with nothing to spare"),
        (
            launch(dt.date(2027, 3, 22), -5),
            "launch on Mon 2027-03-15 cannot be met: possible on Mon 2027-03-22, 5 working days late",
        ),
        (
            launch(None, -5),
            "launch on Mon 2027-03-15 cannot be met: something that it needs ships with no release",
        ),
        (launch(dt.date(2027, 3, 22), -5, "de", dt.date(2027, 3, 16)), "launch in de took place on Tue 2027-03-16"),
    ],
)
def test_a_launch_in_half_a_sentence(launch: LaunchDates, text: str) -> None:
    assert launch_text(launch)[0] == text
