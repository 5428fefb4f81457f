"""OpenStack 2025.2 “Flamingo” as a release train: what was released after its freeze is found.

The train has one release, on 1 October 2025, and three cut-offs, each on the last day of the week in which the
published schedule has it: libraries until 22 August (R-6), client libraries until 29 August (R-5), and the first
release candidate of what is released with candidates until 12 September (R-3). Every version of these that was released
for the series is a task, finished on the day (UTC) on which its release was merged. Left out are the deliverables that
trail the series, which have no such freeze, and versions after 1 October, which are patches of the series that was out
by then.

Seven came after their freeze. Three of them: openstacksdk 4.7.1 on 10 September, 19 days after the library freeze;
python-magnumclient 4.9.0 on 31 August, 2 days after that of the client libraries; and cinder 27.0.0.0rc1 on 16
September, 4 days after the week of the first candidates.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import roadmap
from tests.reference import reference

FREEZES = {"library": "f-final-lib", "client-library": "f-final-clientlib", "candidate": "f-rc1"}

LATE = {
    "cinder-27-0-0-0rc1": "2025-09-16",
    "heat-translator-3-3-0": "2025-09-12",
    "kuryr-3-3-1": "2025-09-16",
    "manila-21-0-0-0rc1": "2025-09-15",
    "openstacksdk-4-7-1": "2025-09-10",
    "oslo-service-4-3-0": "2025-08-25",
    "python-magnumclient-4-9-0": "2025-08-31",
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> roadmap.Study:
    series = json.loads(reference("openstack/flamingo.json").read_text("utf-8"))
    folder = tmp_path_factory.mktemp("openstack")
    _write(series, folder)
    return roadmap.load(folder, dt.date(2026, 6, 1))


def test_seven_releases_were_made_after_their_freeze(study: roadmap.Study) -> None:
    late = [finding for finding in study.report.findings if finding.code == "RT310"]
    finished = {task.id.partition("/")[2]: str(task.finished) for task in study.plan.tasks.values()}
    named = [item.partition("/")[2] for finding in late for item in finding.items if "/" in item]
    assert {name: finished[name] for name in named} == LATE
    assert len(named) == 7


def test_all_others_were_in_time_and_nothing_else_is_found(study: roadmap.Study) -> None:
    assert study.faults == ()
    assert {finding.code for finding in study.report.findings} == {"RT310"}
    assert len(study.plan.tasks) > len(LATE)


def _write(series: dict[str, Any], folder: Path) -> None:
    events = {event["id"]: event["end"] for event in series["schedule"]["events"]}
    day = series["schedule"]["initial_release"]
    cut_offs = ", ".join(f"{name}: {events[event]}" for name, event in FREEZES.items())
    tasks = "".join(
        f"      {name}: {{duration: 1d, ships-on: flamingo, release: flamingo@2025-2, gate: {gate}, "
        f"status: done, finished: {finished}}}\n"
        for name, gate, finished in _releases(series["deliverables"], day)
    )
    (folder / "roadmap.yaml").write_text(
        f"""\
roadmap: {{title: OpenStack, timezone: UTC}}
trains:
  flamingo:
    releases:
      - {{date: {day}, name: 2025-2, cut-offs: {{{cut_offs}}}}}
projects:
  openstack:
    status: done
    tasks:
{tasks}""",
        "utf-8",
    )


def _releases(deliverables: list[dict[str, Any]], day: str) -> Iterator[tuple[str, str, str]]:
    """Name of the task, its cut-off and the day of its release."""
    for deliverable in deliverables:
        for version in deliverable["releases"]:
            merged = dt.datetime.fromisoformat(version["merged"]).astimezone(dt.UTC).date().isoformat()
            gate = _gate(deliverable, version["version"])
            if gate and merged <= day:
                yield re.sub(r"[^a-z0-9]+", "-", f"{deliverable['name']}-{version['version']}".lower()), gate, merged


def _gate(deliverable: dict[str, Any], version: str) -> str | None:
    if deliverable["type"] in FREEZES:
        return str(deliverable["type"])
    return "candidate" if deliverable["type"] != "trailing" and version.endswith("rc1") else None
