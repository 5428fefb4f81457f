"""``roadmap schedule``: all dates, for people and for programs. The dates are worked out in conftest.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import roadmap, write

TODAY = ("--today", "2027-01-25")

TABLE = """\
  task   team   state    start       finish      release          late start  late finish  float

feed
  model  data   planned  2027-01-25  2027-01-27  data@2027-02-09  2027-02-02  2027-02-04       6

sale: Spring sale
  launch on Fri 2027-02-12 cannot be met: possible on Mon 2027-02-15, 1 working day late
  copy   brand  planned  2027-02-01  2027-02-05                   2027-01-29  2027-02-04      -1
  page   brand  planned  2027-02-08  2027-02-12                   2027-02-05  2027-02-11      -1

releases
  release          day         gate        carries
  data@2027-02-09  2027-02-09  2027-02-04   1 task
"""


def rows(out: str) -> list[str]:
    return [
        line.split()[0]
        for line in out.splitlines()
        if line.startswith("  ") and "2027-" in line and "launch" not in line
    ]


def test_the_table_shows_every_date(sale: Path) -> None:
    assert roadmap("schedule", *TODAY).out == TABLE


def test_a_narrow_terminal_gets_the_columns_that_matter_most(sale: Path) -> None:
    def shown(columns: str) -> list[str]:
        out = roadmap("schedule", "feed", *TODAY, environment={"COLUMNS": columns}).out
        assert all(len(line) <= int(columns) for line in out.splitlines())
        return out.splitlines()[3].split()

    assert shown("80") == ["model", "data", "planned", "2027-01-25", "2027-01-27", "data@2027-02-09", "6"]
    assert shown("65") == ["model", "data", "2027-01-25", "2027-01-27", "data@2027-02-09", "6"]
    assert shown("60") == ["model", "2027-01-25", "2027-01-27", "data@2027-02-09", "6"]


@pytest.mark.parametrize(
    ("references", "shown"),
    [
        (("sale",), ["copy", "page"]),
        (("sale/page",), ["page"]),
        (("page",), ["page"]),
        (("team:data",), ["model", "data@2027-02-09"]),
        (("function:it",), ["model", "data@2027-02-09"]),
        (("train:data",), ["model", "data@2027-02-09"]),
        (("data@2027-02-09",), ["model", "data@2027-02-09"]),
        (("brand",), ["copy", "page"]),
        (("feed", "sale/copy"), ["model", "copy", "data@2027-02-09"]),
        (("--late",), ["copy", "page"]),
        (("--critical", "feed"), []),
    ],
)
def test_references_narrow_what_is_shown(sale: Path, references: tuple[str, ...], shown: list[str]) -> None:
    assert rows(roadmap("schedule", *references, *TODAY).out) == shown


def test_the_answer_is_no_where_a_firm_launch_that_is_shown_cannot_be_met(sale: Path) -> None:
    assert roadmap("schedule", *TODAY).status == 1
    assert roadmap("schedule", "feed", *TODAY).status == 0
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("launch: 2027-02-12", "launch: {date: 2027-02-12, firm: false}"))
    assert roadmap("schedule", *TODAY).status == 0


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("sales", "roadmap: No campaign or project is called \"sales\"; did you mean 'sale'?\n"),
        ("team:dato", "roadmap: no team is called 'dato'; did you mean 'data'?\n"),
        (
            "data@2027-02-10",
            'roadmap: The train "data" has no release "2027-02-10"',
        ),
        ("../x", 'roadmap: "../x" is not a reference: '),
    ],
)
def test_an_unknown_reference_is_told_with_the_nearest(sale: Path, reference: str, message: str) -> None:
    answer = roadmap("schedule", reference, *TODAY)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(message)
    assert answer.err.count("\n") == 1


def test_the_json_document_has_the_promised_shape(sale: Path) -> None:
    document = json.loads(roadmap("schedule", "--output-format", "json", *TODAY).out)
    assert list(document) == ["version", "today", "holidays", "tasks", "launches", "releases"]
    assert document["tasks"][0] == {
        "id": "feed/model",
        "team": "data",
        "status": "planned",
        "start": "2027-01-25",
        "finish": "2027-01-27",
        "at": None,
        "pinned": None,
        "available": "2027-02-09",
        "release": "data@2027-02-09",
        "late_start": "2027-02-02",
        "late_finish": "2027-02-04",
        "total_float": 6,
        "free_float": 6,
        "ask_by": None,
        "bound_by": "end feed",
        "critical": False,
        "levelled": None,
        "driven_by": [{"kind": "today"}],
    }
    assert document["tasks"][2]["driven_by"] == [{"kind": "link", "from": "sale/copy", "type": "FS", "lag": "0d"}]
    assert document["tasks"][2]["available"] == "2027-02-12"
    assert document["launches"] == [
        {
            "id": "sale",
            "market": None,
            "written": "2027-02-12",
            "firm": True,
            "possible": "2027-02-15",
            "possible_levelled": None,
            "met": False,
            "float": -1,
        }
    ]
    assert document["releases"][1] == {
        "id": "data@2027-02-09",
        "train": "data",
        "date": "2027-02-09",
        "name": None,
        "slot": "2027-02-09",
        "cut_offs": {"code": "2027-02-04"},
        "carries": ["feed/model"],
        "capacity": None,
    }


def test_milestones_pins_and_requests_in_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of Wednesday 10 February 2027. `print` was planned from the 1st, and is possible from today to the 16th; `go`
    shows at the end of that day. `shoot` is asked for today: 5 working days of notice count from today, so it starts on
    the 17th; its project ends with it on Thursday the 18th, so that the latest day to ask by is today."""
    plan = """\
teams: {brand: {}, film: {notice: 5d}}
projects:
  book:
    team: brand
    tasks:
      print: {start: 2027-02-01, duration: 5d}
      go: {duration: 0d, needs: [print]}
  clip:
    team: brand
    tasks:
      shoot: {team: film, duration: 2d}
"""
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    document = json.loads(roadmap("schedule", "--output-format", "json", "--today", "2027-02-10").out)
    go, printing, shoot = document["tasks"]
    assert (printing["start"], printing["finish"]) == ("2027-02-10", "2027-02-16")
    assert printing["pinned"] == {"start": "2027-02-01", "finish": None}
    assert (go["start"], go["finish"], go["at"]) == ("2027-02-16", "2027-02-16", "end")
    assert (shoot["start"], shoot["finish"], shoot["ask_by"]) == ("2027-02-17", "2027-02-18", "2027-02-10")
    assert shoot["driven_by"] == [{"kind": "notice"}]


def test_a_plan_that_is_partly_unreadable_says_so_beside_the_dates(sale: Path) -> None:
    (sale / "feed.yaml").write_text("projects: {feed: [\n")
    answer = roadmap("schedule", "sale", *TODAY)
    assert rows(answer.out) == ["copy", "page"]
    assert answer.err == "roadmap: 1 place of the plan could not be read as meant: see roadmap check\n"


def test_tasks_in_a_circle_are_told_of(sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("not-before: 2027-02-01", "needs: [page]"))
    answer = roadmap("schedule", *TODAY)
    assert rows(answer.out) == ["model", "data@2027-02-09"]
    assert answer.err == "roadmap: what waits in a circle, or behind one, has no dates: see roadmap check --select DG\n"
