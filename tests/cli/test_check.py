"""``roadmap check`` from the command line: what is reported, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap.cli.delivering import FORMATS
from roadmap.outputs.registry import OUTPUTS
from tests.cli.command import roadmap, write

TODAY = ("--today", "2027-01-25")
LATE = "campaigns/sale.yaml:5:13: SC101 error "


def codes(out: str) -> list[str]:
    return [line.split(": ", 1)[1].split(" ", 1)[0] for line in out.splitlines()]


def test_every_output_is_offered() -> None:
    assert tuple(OUTPUTS) == FORMATS


def test_a_launch_that_cannot_be_met_is_an_error_with_its_place(sale: Path) -> None:
    answer = roadmap("check", "--output-format", "concise", *TODAY)
    assert answer.status == 1
    assert [line for line in answer.out.splitlines() if line.startswith(LATE)]
    assert answer.err == "Found 1 error in 4 files with 5 items.\n"


def test_a_plan_that_works_has_no_finding(sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("2027-02-12", "2027-02-15"))
    answer = roadmap("check", *TODAY)
    assert (answer.status, answer.out, answer.err) == (0, "No findings in 4 files with 5 items.\n", "")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--ignore", "SC101"), 0),
        (("--ignore", "launch-impossible"), 0),
        (("--ignore", "LT,SC"), 0),
        (("--select", "DG"), 0),
        (("--select", "DG", "--select", "SC1"), 1),
    ],
)
def test_the_exit_status_says_whether_something_grave_enough_was_found(
    sale: Path, options: tuple[str, ...], status: int
) -> None:
    assert roadmap("check", *TODAY, *options).status == status


def test_paths_filter_what_is_reported_while_everything_is_read(sale: Path) -> None:
    assert roadmap("check", "feed.yaml", "teams.yaml", *TODAY).status == 0
    within = roadmap("check", "campaigns", "--output-format", "concise", *TODAY)
    assert within.status == 1
    assert within.out.startswith(LATE)
    assert within.err == "Found 1 error in 4 files with 5 items.\n"


def test_what_keeps_a_path_from_being_read_is_reported_with_it(sale: Path) -> None:
    (sale / "campaigns/sale.yaml").rename(sale / "sale.txt")
    for name in ("feed.yaml", "teams.yaml", "roadmap.yaml"):
        (sale / name).unlink()
    (sale / "roadmap.yaml").mkdir()
    answer = roadmap("check", "campaigns", "--output-format", "concise", *TODAY)
    assert (answer.status, codes(answer.out)) == (1, ["PF105"])


def test_from_a_folder_below_the_root_the_whole_workspace_is_meant(sale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sale / "campaigns")
    answer = roadmap("check", "--output-format", "concise", *TODAY)
    assert answer.out.startswith(LATE)
    assert "4 files" in answer.err


def test_from_above_a_folder_called_plans_is_found(sale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sale.rename(sale.parent / "plans")
    monkeypatch.chdir(sale.parent)
    assert "4 files" in roadmap("check", *TODAY).out


def test_a_path_in_another_workspace_means_that_one(
    sale: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "4 files" in roadmap("check", "acme/campaigns/sale.yaml", *TODAY).out


def test_a_nested_workspace_is_another_one(sale: Path) -> None:
    write(sale / "labs", {"roadmap.yaml": "", "x.yaml": "nonsense: 1\n"})
    assert "4 files" in roadmap("check", *TODAY).out
    nested = roadmap("check", "labs", "--output-format", "concise", *TODAY)
    assert nested.out.startswith("x.yaml:1:1: PF108 error ")
    both = roadmap("check", "labs", "campaigns", *TODAY)
    assert both.status == 2
    assert "campaigns is not in the workspace" in both.err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("check", "nowhere.yaml"), "roadmap: nowhere.yaml: no such file or folder\n"),
        (("check", "--plans", "nowhere"), "roadmap: there is no file or folder nowhere\n"),
        (
            ("check", "--select", "nothing-like-it"),
            "roadmap: no check is called 'nothing-like-it'; roadmap rule lists all\n",
        ),
        (
            ("check", "--ignore", "lunch-impossible"),
            "roadmap: no check is called 'lunch-impossible'; did you mean 'launch-impossible'?\n",
        ),
        (
            ("check", "-", "teams.yaml"),
            "roadmap: - beside other files needs --stdin-filename, which says which file it stands for\n",
        ),
        (("check", "--stdin-filename", "teams.yaml"), "roadmap: --stdin-filename needs - among the PATHs\n"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(sale: Path, argv: tuple[str, ...], message: str) -> None:
    answer = roadmap(*argv)
    assert (answer.status, answer.out, answer.err) == (2, "", message)


def test_standard_input_is_laid_over_the_file_that_it_stands_for(sale: Path) -> None:
    draft = (sale / "campaigns/sale.yaml").read_text().replace("2027-02-12", "2027-02-15")
    over = ("check", "-", "--stdin-filename", "campaigns/sale.yaml", "--output-format", "concise", *TODAY)
    assert roadmap(*over, stdin=draft).status == 0
    broken = roadmap(*over, stdin=draft.replace("needs: [copy]", "needs: [copi]"))
    assert broken.status == 1
    assert broken.out.startswith("campaigns/sale.yaml:8:49: RF101 error ")


def test_standard_input_may_stand_for_a_file_that_is_not_there_yet(sale: Path) -> None:
    answer = roadmap(
        "check", "-", "--stdin-filename", "campaigns/new.yaml", "--output-format", "concise", *TODAY, stdin="no: 1\n"
    )
    assert answer.out.startswith("campaigns/new.yaml:1:1: PF108 error ")
    assert "5 files" in answer.err


def test_standard_input_for_a_link_is_laid_over_what_it_leads_to(sale: Path) -> None:
    (sale / "feed.yaml").rename(sale / ".feed")
    (sale / "feed.yaml").symlink_to(".feed")
    answer = roadmap("check", "-", "--stdin-filename", "feed.yaml", "--output-format", "concise", stdin="no: 1\n")
    assert answer.out.startswith("feed.yaml:1:1: PF108 error ")
    assert "4 files" in answer.err


LEFT_OUT = "they are called *.yaml or *.yml, are not hidden, and are not left out by the setting `exclude`\n"


@pytest.mark.parametrize("name", ["notes.txt", ".draft.yaml", ".github/workflows/ci.yaml", "old/sale.yaml"])
def test_what_is_no_plan_file_is_told_and_not_read(name: str, sale: Path) -> None:
    write(sale, {"roadmap.yaml": "roadmap: {version: 1, exclude: [old]}\n", name: "no: 1\n"})
    for argv in (("check", name), ("check", "-", "--stdin-filename", name)):
        answer = roadmap(*argv, "--output-format", "concise", *TODAY, stdin="no: 1\n")
        assert (answer.status, answer.out) == (0, "")
        told = f"roadmap: {name} is no part of the plan: {LEFT_OUT}"
        assert answer.err == f"{told}No findings in 4 files with 5 items.\n"


def test_a_folder_without_plan_files_is_told(sale: Path) -> None:
    (sale / "docs").mkdir()
    answer = roadmap("check", "docs", "--output-format", "concise", *TODAY)
    told = f"roadmap: there is no plan file in docs: {LEFT_OUT}"
    assert (answer.status, answer.err) == (0, f"{told}No findings in 4 files with 5 items.\n")
    assert LEFT_OUT not in roadmap("check", "campaigns", ".", *TODAY).err


def test_standard_input_cannot_stand_for_a_folder(sale: Path) -> None:
    answer = roadmap("check", "-", "--stdin-filename", "campaigns", stdin="no: 1\n")
    assert answer.status == 2
    assert answer.err.startswith("roadmap: campaigns is a folder: --stdin-filename names the file")


def test_standard_input_alone_is_a_workspace(sale: Path) -> None:
    answer = roadmap("check", "-", "--output-format", "concise", stdin="teams: {web: {}}\nnonsense: 1\n")
    assert answer.out.startswith("-:2:1: PF108 error ")
    assert "1 file " in answer.err


def test_a_suppressed_finding_is_only_counted(sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(
        plan.read_text().replace("2027-02-12", "2027-02-12  # roadmap: ignore[SC101] until 2027-02-05 because agreed")
    )
    answer = roadmap("check", *TODAY)
    assert (answer.status, answer.out) == (0, "No findings in 4 files with 5 items (1 suppressed).\n")


def test_statistics_count_instead(sale: Path) -> None:
    answer = roadmap("check", "--statistics", *TODAY)
    assert answer.out == (
        "count  code   severity  check\n"
        "    1  SC101  error     launch-impossible\n"
        "Found 1 error in 4 files with 5 items.\n"
    )  # fmt: skip


def test_output_to_a_file_leaves_standard_output_empty(sale: Path) -> None:
    answer = roadmap("check", "--output-format", "json", "-o", "found.json", *TODAY)
    assert (answer.status, answer.out, answer.err) == (1, "", "")
    assert json.loads((sale / "found.json").read_text("utf-8"))["summary"]["error"] == 1


def test_the_json_document_has_the_promised_shape(sale: Path) -> None:
    document = json.loads(roadmap("check", "--output-format", "json", *TODAY).out)
    assert list(document) == ["version", "today", "holidays", "summary", "findings"]
    assert (document["version"], document["today"]) == (1, "2027-01-25")
    assert document["summary"] == {
        "error": 1, "warning": 0, "info": 0, "suppressed": 0, "baselined": 0, "fixable": 0, "files": 4, "items": 5,
    }  # fmt: skip
    (finding,) = document["findings"]
    assert list(finding) == [
        "code", "name", "severity", "message", "path", "line", "column", "end_line", "end_column",
        "items", "teams", "related", "evidence", "fixes", "fingerprint",
    ]  # fmt: skip
    assert (finding["code"], finding["name"], finding["severity"]) == ("SC101", "launch-impossible", "error")
    assert finding["path"] == "campaigns/sale.yaml"
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (5, 13, 5, 23)
    assert finding["items"] == ["sale"]
    assert finding["teams"] == {"act": ["brand"], "know": []}
    assert finding["fixes"] == []
    assert {"needed", "earliest", "days_late", "chain"} <= set(finding["evidence"])
    assert finding["evidence"]["needed"] == "2027-02-12"
    assert finding["evidence"]["earliest"] == "2027-02-15"
    assert finding["evidence"]["days_late"] == 1
    for related in finding["related"]:
        assert list(related) == ["path", "line", "column", "message"]


def test_a_broken_file_does_not_hide_what_can_be_said_of_the_others(sale: Path) -> None:
    (sale / "feed.yaml").write_text("projects: {feed: [\n")
    answer = roadmap("check", "--output-format", "concise", *TODAY)
    assert codes(answer.out) == ["SC101", "PF103"]


def test_an_empty_folder_is_told_how_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = roadmap("check", "--output-format", "concise")
    assert answer.status == 1
    assert "PF105 error There is no plan file here: write one, or let `roadmap init` write a first one." in answer.out
