"""What SC101 proposes works: on the day that it names, the launch can be and has its buffer, and not a day before.

The same holds of work that is finished by the day that it names.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap import Finding
from tests.plan_text import load

TODAY = dt.date(2026, 11, 22)
SETTINGS = """\
roadmap: {{calendar: berlin{buffer}}}
calendars: {{berlin: {{holidays: DE-BE, closed: {{2026-12-24..2027-01-01: Shutdown}}}}}}
trains: {{web: {{every: 2 weeks on tue, from: 2026-11-17, until: 2027-12-31, cut-offs: {{code: 3d}}}}}}
"""
CAMPAIGN = """\
campaigns:
  sale:
    launch: {launch}
    tasks:
      page: {{duration: {page}d{ships}}}
      review: {{duration: {review}d, needs: [page]}}
"""
plans = st.fixed_dictionaries(
    {
        "launch": st.dates(dt.date(2026, 11, 24), dt.date(2027, 2, 28)),
        "page": st.integers(1, 40),
        "review": st.integers(0, 6),
        "ships": st.sampled_from(["", ", ships-on: web"]),
        "buffer": st.sampled_from(["", ", buffer: 1d", ", buffer: 3d", ", buffer: 1w"]),
    }
)


def conflicts(plan: dict[str, object]) -> dict[str, Finding]:
    """The findings of SC101 and SC115 about the one launch."""
    with tempfile.TemporaryDirectory() as folder:
        texts = {"roadmap.yaml": SETTINGS.format(**plan), "sale.yaml": CAMPAIGN.format(**plan)}
        study = load(Path(folder), texts, TODAY)
        return {finding.code: finding for finding in study.findings if finding.code in ("SC101", "SC115")}


@settings(max_examples=60, deadline=None)
@given(plans)
def test_the_launch_holds_with_its_buffer_on_the_day_that_is_proposed(plan: dict[str, object]) -> None:
    found = conflicts(plan).get("SC101")
    if found is None:
        return
    day = dt.date.fromisoformat(str(found.evidence["move_to"]))
    assert f"move the launch to {day}" in found.message
    assert conflicts({**plan, "launch": day}) == {}
    before = day - dt.timedelta(days=3 if day.weekday() == 0 else 1)
    if before.weekday() < 5 and before not in HOLIDAYS:
        assert conflicts({**plan, "launch": before})


@settings(max_examples=60, deadline=None)
@given(plans)
def test_the_launch_holds_with_its_buffer_where_work_is_finished_by_the_day_that_is_proposed(
    plan: dict[str, object],
) -> None:
    found = conflicts(plan).get("SC101")
    by = re.search(r"or finish sale/(\w+) by ([\d-]+)", found.message) if found is not None else None
    if by is None or by[1] != "page":
        return
    # The page is the first task: it begins on Monday, and takes as long as there are working days until then.
    length = sum(
        works(TODAY + dt.timedelta(days=days)) for days in range((dt.date.fromisoformat(by[2]) - TODAY).days + 1)
    )
    assert 0 < length < int(str(plan["page"]))
    assert conflicts({**plan, "page": length}) == {}
    assert conflicts({**plan, "page": length + 1})


HOLIDAYS = {dt.date(2027, 3, 8), dt.date(2027, 3, 26), dt.date(2027, 3, 29), dt.date(2027, 5, 6)} | {
    dt.date(2026, 12, 24) + dt.timedelta(days=days) for days in range(9)
}
"""In Berlin, with the shutdown."""


def works(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS
