"""One finding as the outputs get it."""

from __future__ import annotations

import datetime as dt

from roadmap.findings.finding import Finding
from roadmap.outputs.reported import Reported
from roadmap.source.faults import Related
from roadmap.source.nodes import Place

TEXTS = {
    "campaigns/spring.yaml": "campaigns:\n  spring:\n    launch: 2027-03-15\n",
    "trains/web.yaml": "trains:\n  web:\n    every: 2 weeks on tue\n",
    "teams.yaml": "teams:\n  web: {notice: 10d}\n",
}
LATE = Finding(
    code="SC101",
    name="launch-impossible",
    severity="error",
    message="Spring cannot be launched on 2027-03-15: 5 working days late.",
    place=Place("campaigns/spring.yaml", 3, 13, 3, 23),
    related=(
        Related(Place("trains/web.yaml", 3, 12, 3, 26), "landing ships with web@2027-03-16"),
        Related(Place("teams.yaml", 2, 17, 2, 20), "landing waits 10 working days"),
        Related(Place("teams.yaml", 2, 3, 2, 6), "web does it"),
    ),
    items=("spring",),
    act=("brand",),
    know=("data", "legal", "web"),
    evidence={"chain": ["landing waits 10 working days", "landing ships with web@2027-03-16"]},
    key="spring",
)


def reported(*findings: Finding, suppressed: int = 0, statistics: bool = False) -> Reported:
    return Reported(findings, suppressed, TEXTS, 7, dt.date(2026, 11, 22), "0.109", statistics)
