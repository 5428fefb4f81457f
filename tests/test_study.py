"""The public way in."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from pathlib import Path

import pytest

import roadmap
from roadmap.source.disk import WorkspaceError

TODAY = dt.date(2027, 2, 1)


def write(root: Path, **files: str | bytes) -> None:
    for name, text in files.items():
        (root / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_study_of_a_small_plan(tmp_path: Path) -> None:
    write(tmp_path, roadmap="teams: {web: {}}\nprojects: {x: {team: web, tasks: {a: {duration: 2d}}}}\n")
    study = roadmap.load(tmp_path, TODAY)
    assert study.today == TODAY
    assert list(study.plan.tasks) == ["x/a"]
    assert study.schedule.tasks["x/a"].last_day == dt.date(2027, 2, 2)
    assert study.network.graph.has_edge("x/a", "x")
    assert study.report.findings == ()


def test_a_path_inside_a_workspace_means_all_of_it(tmp_path: Path) -> None:
    write(tmp_path, roadmap="", teams="teams: {web: {}}\n")
    assert list(roadmap.load(tmp_path / "teams.yaml", TODAY).plan.teams) == ["web"]


def test_no_workspace_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as error:
        roadmap.load(tmp_path / "nothing", TODAY)
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_causes_no_cascade(tmp_path: Path) -> None:
    write(
        tmp_path,
        roadmap="",
        teams="teams: {büro: {}}\n".encode("latin-1"),
        plan="projects: {x: {team: web, tasks: {a: {duration: 2d}}}}\n",
    )
    study = roadmap.load(tmp_path, TODAY)
    assert [(fault.kind, fault.place.path) for fault in study.faults] == [("encoding", "teams.yaml")]
    assert "x/a" in study.schedule.tasks


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    write(tmp_path, roadmap="roadmap: {timezone: Pacific/Kiritimati}\n")
    there = dt.datetime.now(dt.timezone(dt.timedelta(hours=14))).date()
    assert roadmap.load(tmp_path).today in (there, there - dt.timedelta(days=1))


def test_a_plan_that_nobody_holds_any_more_is_gone() -> None:
    """Whoever follows a workspace loads it again and again, with the garbage collector off."""
    gc.disable()
    try:
        study = roadmap.load(Path(__file__).parents[1] / "plans" / "acme", TODAY)
        _ = study.schedule
        task = weakref.ref(study.plan.tasks["pim/product-feed"])
        del study
        assert task() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("rhythm", "kind"),
    [
        ("every: FREQ=HOURLY, from: 2027-01-05", "bad-value"),
        ("every: 2 weeks on tue", "bad-value"),
        ("every: 2 weeks on tue, from: 2027-13-05", "bad-date"),
        ("every: 2 weeks on tuu, from: 2027-01-05, releases: [{date: 2027-02-02}]", "bad-value"),
        ("every: week on tue, from: 2027-02-01, until: 2027-01-01, releases: [{date: 2027-02-02}]", "contradiction"),
        ("releases: [2027-12-15]", "wrong-type"),
    ],
)
def test_a_rhythm_that_cannot_be_read_is_one_finding(tmp_path: Path, rhythm: str, kind: str) -> None:
    """What ships with it is not said to miss its launch."""
    tasks = "t: {title: T, duration: 5d, ships-on: web}"
    write(
        tmp_path,
        roadmap="",
        teams=f"teams: {{web: {{}}}}\ntrains: {{web: {{team: web, {rhythm}}}}}\n",
        plan=f"campaigns: {{x: {{team: web, owner: a@example.com, launch: 2027-06-15, tasks: {{{tasks}}}}}}}\n",
    )
    study = roadmap.load(tmp_path, TODAY)
    assert [(fault.kind, fault.place.path) for fault in study.faults] == [(kind, "teams.yaml")]
    assert [finding.place.path for finding in study.report.findings] == ["teams.yaml"]


TEAMS = "teams: {web: {function: it}, brand: {function: marketing}}\n"
TRAINS = "trains: {web: {team: web, every: week on tue, from: 2027-01-05, cut-offs: {code: 1d}, request-gate: code}}\n"
PLAN = """\
answers: {x/send: &yes {asked: 2027-01-04, answer: accepted, promised: 2027-02-09}}
templates:
  mail:
    tasks: {brief: {title: Brief, duration: 1d}, copy: {duration: 2d}, send: {title: Send, team: web, duration: 1d}}
campaigns:
  x:
    team: brand
    owner: a@example.com
    launches: {pl: 2027-06-15, de: 2027-06-16}
    use: mail
    tasks:
      page: {title: Page, team: web, duration: 3d, ships-on: web, for: [pl], request: *yes}
      copy: {title: Copy, status: done, finished: 2027-01-15, needs: [brief]}
      brief: {status: done, finished: 2027-01-08}
      look: {title: Look back, duration: 120d, after-launch: true}
"""


def test_what_the_next_test_breaks_is_sound(tmp_path: Path) -> None:
    write(tmp_path, roadmap=TEAMS, trains=TRAINS, plan=PLAN)
    assert roadmap.load(tmp_path, TODAY).report.findings == ()


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("after-launch: true", "after-launch: yes", "PF109"),  # it is not said that the launch must wait for it
        ("pl: 2027-06-15", "pl: 2027-06-31", "PF114"),  # the market is known all the same
        ("use: mail", "use: mial", "RF116"),  # its tasks are not missed, nor their estimates
        ("answer: accepted", "answer: yes", "PF117"),  # it is not said that nobody has answered
        ("brief: {status: done", "brief: {status: ready", "PF117"),  # nor that it is not done
        ("cut-offs: {code: 1d}", "cut-offs: {code: 1 day before}", "PF115"),  # nor that the gate is none
    ],
)
def test_a_value_that_cannot_be_read_is_one_finding(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    assert right in TRAINS + PLAN
    write(tmp_path, roadmap=TEAMS, trains=TRAINS.replace(right, wrong), plan=PLAN.replace(right, wrong))
    assert [finding.code for finding in roadmap.load(tmp_path, TODAY).report.findings] == [code]
