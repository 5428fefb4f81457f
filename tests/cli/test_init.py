"""``roadmap init``: a workspace that passes, whatever day it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.cli.init import starter
from roadmap.source.disk import Workspace
from roadmap.study import Study
from tests.cli.command import roadmap, write


def test_the_new_workspace_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = roadmap("init", "plans")
    assert answer.status == 0
    assert answer.out.splitlines() == [
        "plans/roadmap.yaml",
        "plans/teams.yaml",
        "plans/trains.yaml",
        "plans/campaigns/first-campaign.yaml",
        "plans/ROADMAP.md",
        "plans/roadmap.schema.json",
    ]
    check = roadmap("check")
    assert (check.status, check.out) == (0, "No findings in 4 files with 5 items.\n")
    assert roadmap("schedule").status == 0


@pytest.mark.parametrize(
    ("folder", "command"), [(".", "roadmap check"), ("plans", "roadmap check"), ("a b", "roadmap --plans 'a b' check")]
)
def test_it_tells_the_command_that_finds_the_plan(
    folder: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"see what it says with: {command}, " in roadmap("init", folder).err


@settings(max_examples=40, deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2090, 12, 31)))
def test_it_passes_on_every_day(today: dt.date) -> None:
    texts = {path: text for path, text in starter(today) if path.endswith(".yaml")}
    study = Study(Workspace(Path("/plans"), texts, ()), today)
    assert [(finding.code, finding.message) for finding in study.report.findings] == []


@pytest.mark.parametrize("today", [dt.date(2027, 2, day) for day in range(1, 8)])
def test_what_it_proposes_to_try_does_break_the_launch(today: dt.date) -> None:
    """The launch is at most 71 days away, the work takes at least 22: seven weeks earlier is too early."""
    texts = {path: text for path, text in starter(today) if path.endswith(".yaml")}
    plan = texts["campaigns/first-campaign.yaml"]
    launch = plan.partition("launch: ")[2][:10]
    earlier = dt.date.fromisoformat(launch) - dt.timedelta(weeks=7)
    texts["campaigns/first-campaign.yaml"] = plan.replace(f"launch: {launch}", f"launch: {earlier}")
    study = Study(Workspace(Path("/plans"), texts, ()), today)
    assert "SC101" in {finding.code for finding in study.findings}


def test_editors_find_the_schema_beside_every_file() -> None:
    files = dict(starter(dt.date(2027, 1, 25)))
    for path, text in files.items():
        if path.endswith(".yaml"):
            first = text.partition("\n")[0]
            assert first == f"# yaml-language-server: $schema={'../' * path.count('/')}roadmap.schema.json"
    assert files["roadmap.schema.json"].startswith("{")


def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"teams.yaml": "teams: {}\n"}))
    answer = roadmap("init")
    assert answer.status == 2
    assert answer.err == "roadmap: teams.yaml is there already, and nothing is overwritten: name another folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["teams.yaml"]


def test_files_of_others_do_not_become_part_of_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(
        write(tmp_path, {"deploy/compose.yml": "services: {}\n", ".github/workflows/ci.yml": "on: push\n"})
    )
    answer = roadmap("init")
    assert answer.status == 2
    assert answer.err == (
        "roadmap: deploy/compose.yml would become part of the plan: name a new folder, e.g. roadmap init plans\n"
    )
    assert roadmap("init", "plans").status == 0


def test_a_file_is_not_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"plans": ""}))
    assert roadmap("init", "plans").err == "roadmap: plans is not a folder\n"
