"""`plans/kubernetes`: its days are those that the release teams published, and it holds, then as now."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import roadmap
from tests.reference import ROOT, reference

PLAN = ROOT / "plans" / "kubernetes"
TODAY = dt.date(2026, 11, 22)
VERSIONS = [f"1.{minor}" for minor in range(18, 31)]

FREEZES = {
    "enhancements_freeze": "enhancements",
    "prr_freeze": "production-readiness",
    "feature_blog_freeze": "blog-topics",
    "code_freeze": "code",
    "test_freeze": "test",
    "docs_freeze": "docs",
}

ROWS = {
    "project": {
        "kick-off": r"Start of Release Cycle",
        "docs-opened": r"Docs deadline .* Open placeholder PRs",
        "docs-drafted": r"Docs deadline .* PRs ready for review",
        "docs": r"Docs complete|Docs Freeze",
        "notes-begun": r"Start Release Notes Draft",
        "notes-final": r"Release Notes complete",
        "themes": r"Major Themes complete",
    },
    "campaign": {
        "freeze-notice": r"Brace Yourself, Code Freeze is Coming",
        "blog-topics": r"Begin Feature blog freeze",
        "blog-outreach": r"Preparing for Feature blogs review",
        "feature-blogs": r"Feature blogs ready to review",
        "removals-blog": r"Deprecations and Removals blog published",
        "themes-collected": r"Major Themes deadline",
        "release-blog": r"Release blog ready to review",
        "publish": r"Release blog published",
    },
}


@pytest.fixture(scope="module")
def study() -> roadmap.Study:
    return roadmap.load(PLAN, TODAY)


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(reference("kubernetes/schedules.json").read_text(encoding="utf-8"))
    return found


def test_every_release_and_freeze_is_on_its_published_day(study: roadmap.Study, published: dict[str, Any]) -> None:
    releases = {release.name: release for release in study.plan.releases["kubernetes"]}
    assert list(releases) == list(published["trains"]) == VERSIONS
    for version, days in published["trains"].items():
        release = releases[version]
        freezes = {name: days[key]["date"] for key, name in FREEZES.items() if key in days}
        assert release.date.isoformat() == days["release"]["date"]
        assert {name: day.isoformat() for name, day in release.cut_offs.items()} == freezes, version
        assert release.milestones == {"start": dt.date.fromisoformat(days["start"]["date"])}
        assert (release.gate, release.request_gate, release.skipped) == ("code", "enhancements", None)


def test_1_18_thawed_before_it_was_released(study: roadmap.Study) -> None:
    first, second, *_ = study.plan.releases["kubernetes"]
    assert first.thaws == {"code": dt.date(2020, 3, 16)}  # "Begin Code Thaw: Tue March 17"
    assert second.thaws == {}


def test_every_row_about_words_is_a_task_of_that_day(study: roadmap.Study, published: dict[str, Any]) -> None:
    expected, written = {}, {}
    for table in published["tables"]:
        suffix = table["release"].replace(".", "-")
        for initiative, names in ((f"release-{suffix}", ROWS["project"]), (f"announce-{suffix}", ROWS["campaign"])):
            for name, pattern in names.items():
                task = study.plan.tasks.get(f"{initiative}/{name}")
                row = next((row for row in table["rows"] if re.match(pattern, row["what"])), None)
                if row is not None:
                    # One row has its day without the year.
                    day = row["date"] or {"Thursday 8th December": "2022-12-08"}[row["when_raw"]]
                    expected[f"{initiative}/{name}"] = day
                if task is not None:
                    written[f"{initiative}/{name}"] = task.finished.isoformat() if task.finished else None
    assert written == expected
    assert len(written) > 120


def test_announcements_go_out_on_the_day_of_the_release(study: roadmap.Study) -> None:
    days = [release.date for release in study.plan.releases["kubernetes"]]
    assert [launch.written for launch in study.schedule.launches.values()] == [day.toordinal() for day in days]


def test_nothing_is_found_today(study: roadmap.Study) -> None:
    assert study.report.findings == ()
    assert study.report.suppressed == ()
    assert {task.status for task in study.plan.tasks.values()} == {"done"}


def test_nothing_was_found_on_the_day_it_began(tmp_path: Path) -> None:
    """The same plan without its record, as it would have stood on the first day of the first cycle."""
    shutil.copytree(PLAN, tmp_path / "plan")
    for path in sorted((tmp_path / "plan" / "cycles").iterdir()):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r", status: done(, started: [\d-]+)?, finished: [\d-]+", "", text)
        path.write_text(re.sub(r"(?m)^    (status: done|launched: .*)\n", "", text), encoding="utf-8")
    then = roadmap.load(tmp_path / "plan", dt.date(2020, 1, 6))
    assert then.report.findings == ()
    assert {task.status for task in then.plan.tasks.values()} == {"planned"}
    assert len(then.schedule.launches) == 13
    assert all(launch.met for launch in then.schedule.launches.values())
    # Merged on the last day of the code freeze at the latest, 5 March 2020.
    features = then.schedule.tasks["release-1-18/features"]
    assert features.releases == ("kubernetes@1.18",)
    assert dt.date.fromordinal(features.late_end - 1) == dt.date(2020, 3, 5)
