"""`plans/mattermost`: every phase and role of the published release process, on its day before or after the release."""

from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise
from typing import Any

import pytest

import roadmap
from roadmap.schedule.result import day
from tests.reference import ROOT, reference

PLAN = ROOT / "plans" / "mattermost"
TODAY = dt.date(2026, 11, 22)

TEAMS = {
    "Release Manager": "release",
    "Team": "release",  # meetings, which the release managers hold
    "Leads": "leads",
    "Dev": "development",
    "QA": "quality",
    "Build": "build",
    "Docs": "docs",
    "Marketing": "marketing",
    "Logistics @hanna.park": "logistics",
}

# Monday to Friday less what both countries celebrate, as the process counts, within the months of the plan.
HOLIDAYS = {dt.date(2026, 12, 25), dt.date(2027, 1, 1)}


@pytest.fixture(scope="module")
def study() -> roadmap.Study:
    return roadmap.load(PLAN, TODAY)


@pytest.fixture(scope="module")
def phases() -> list[dict[str, Any]]:
    plans = json.loads(reference("marketing/plans.json").read_text("utf-8"))
    found: list[dict[str, Any]] = plans["mattermost-feature-2020"]["phases"]
    assert (len(found), sum(len(phase["tasks"]) for phase in found)) == (13, 175)
    return found


def working_days(first: dt.date, last: dt.date) -> int:
    """Counted one by one; the first day is day 0; negative if it lies after the last."""
    if last < first:
        return -working_days(last, first)
    after = (first + dt.timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(date.weekday() < 5 and date not in HOLIDAYS for date in after)


def role(text: str) -> str:
    return TEAMS["Team" if text.startswith("(Team)") else text]


def test_every_role_of_every_phase_works_on_its_day(study: roadmap.Study, phases: list[dict[str, Any]]) -> None:
    expected = {
        (phase["id"].lower(), role(task["role"]), phase["offset"]) for phase in phases for task in phase["tasks"]
    }
    assert len(expected) > 30
    assert len(study.plan.campaigns) == 6
    for campaign in study.plan.campaigns.values():
        release = day(study.schedule.launches[campaign.id].written)
        found = {
            (task.tags[0].removeprefix("phase-"), task.team, working_days(release, dates.first_day))
            for task in campaign.tasks.values()
            for dates in [study.schedule.tasks[task.id]]
            if task.name != "beginning"
        }
        assert found == expected, campaign.id


def test_a_release_begins_when_the_one_before_is_code_complete(
    study: roadmap.Study, phases: list[dict[str, Any]]
) -> None:
    offset = next(phase["offset"] for phase in phases if phase["name"] == "Code Complete")
    releases = study.plan.releases["server"]
    for before, release in pairwise(releases[:7]):
        begins = study.schedule.tasks[f"release-{release.slot:%Y-%m}/beginning"].first_day
        assert begins == before.cut_offs["code"]
        assert working_days(before.date, begins) == offset == -14


def test_cut_offs_of_the_train_are_days_of_the_process(study: roadmap.Study, phases: list[dict[str, Any]]) -> None:
    offsets = {phase["name"]: phase["offset"] for phase in phases}
    names = {
        "features": "Cut-off for Submitting Features",
        "feature-complete": "Feature Complete",
        "code": "Code Complete",
        "freeze": "Code Freeze",
        "candidate": "Release Candidate Cut",
        "build": "Release Build Cut",
    }
    for release in study.plan.releases["server"][1:7]:
        days = {**release.cut_offs, **release.milestones}
        assert {name: working_days(release.date, date) for name, date in days.items()} == {
            name: offsets[phase] for name, phase in names.items()
        }


def test_releases_are_on_the_16th_or_the_working_day_before(study: roadmap.Study) -> None:
    assert [release.date.isoformat() for release in study.plan.releases["server"]] == [
        "2026-12-16",
        "2027-01-15",
        "2027-02-16",
        "2027-03-16",
        "2027-04-16",
        "2027-05-14",
        "2027-06-16",
        "2027-07-16",
    ]


def test_it_is_clean(study: roadmap.Study) -> None:
    assert study.report.findings == ()
    assert study.report.suppressed == ()
    assert all(launch.met for launch in study.schedule.launches.values())
