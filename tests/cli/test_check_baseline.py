"""``roadmap check --baseline``: only what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import roadmap

TODAY = ("--today", "2027-01-25")
BASELINE = ("--baseline", "known.json")


@pytest.fixture
def known(sale: Path) -> Path:
    """A baseline that knows the one finding."""
    answer = roadmap("check", *BASELINE, "--update-baseline", *TODAY)
    assert (answer.status, answer.out) == (0, "No findings in 4 files with 5 items (1 in the baseline).\n")
    assert answer.err == "roadmap: known.json holds 1 finding now (1 more and 0 fewer than before)\n"
    return sale / "known.json"


def test_what_is_known_is_only_counted(known: Path) -> None:
    answer = roadmap("check", *BASELINE, *TODAY)
    assert (answer.status, answer.out, answer.err) == (
        0,
        "No findings in 4 files with 5 items (1 in the baseline).\n",
        "",
    )
    document = json.loads(roadmap("check", *BASELINE, "--output-format", "json", *TODAY).out)
    assert (document["summary"]["baselined"], document["findings"]) == (1, [])


def test_a_finding_is_known_when_its_file_is_renamed_and_its_lines_move(known: Path, sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    (sale / "another.yaml").write_text("# moved\n\n" + plan.read_text("utf-8"), "utf-8")
    plan.unlink()
    assert roadmap("check", *BASELINE, *TODAY).status == 0


@pytest.mark.parametrize("reference", ["sale", "sale/page"])
def test_a_finding_is_known_when_what_it_is_about_is_renamed(known: Path, reference: str) -> None:
    assert roadmap("rename", reference, "promo").status == 0
    assert roadmap("check", *BASELINE, *TODAY).status == 0


def test_what_is_new_fails(known: Path, sale: Path) -> None:
    (sale / "more.yaml").write_text("nonsense: 1\n", "utf-8")
    answer = roadmap("check", *BASELINE, "--output-format", "concise", *TODAY)
    assert answer.status == 1
    assert answer.out.startswith("more.yaml:1:1: PF108 error ")
    assert answer.err == "Found 1 error in 5 files with 5 items (1 in the baseline).\n"


def test_what_came_to_an_end_is_told_and_an_update_takes_it_out(known: Path, sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text("utf-8").replace("2027-02-12", "2027-02-15"), "utf-8")
    stale = roadmap("check", *BASELINE, *TODAY)
    assert stale.status == 0
    assert stale.err == (
        "roadmap: 1 finding of known.json came to an end (SC101 sale): --update-baseline takes what is mended out\n"
    )
    assert roadmap("check", *BASELINE, "--select", "PF", *TODAY).err == ""
    assert roadmap("check", *BASELINE, "feed.yaml", *TODAY).err == ""
    roadmap("check", *BASELINE, "--update-baseline", *TODAY)
    assert json.loads(known.read_text("utf-8")) == {"version": 1, "findings": []}


def test_an_update_of_some_checks_keeps_what_is_known_of_others(known: Path) -> None:
    before = known.read_text("utf-8")
    roadmap("check", *BASELINE, "--update-baseline", "--select", "PF", *TODAY)
    assert known.read_text("utf-8") == before


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1, "findings": [1]}', "<<<<<<< ours\n", "[" * 100_000])
@pytest.mark.parametrize("update", [(), ("--update-baseline",)])
def test_a_damaged_baseline_is_told_and_never_overwritten(sale: Path, damage: str, update: tuple[str, ...]) -> None:
    (sale / "known.json").write_text(damage, "utf-8")
    answer = roadmap("check", *BASELINE, *update, *TODAY)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("roadmap: known.json is no baseline, ")
    assert answer.err.count("\n") == 1
    assert (sale / "known.json").read_text("utf-8") == damage


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (BASELINE, "roadmap: there is no baseline known.json: --update-baseline writes it\n"),
        (("--baseline", "campaigns"), "roadmap: campaigns is not a file\n"),
        (("--update-baseline",), "roadmap: --update-baseline needs --baseline FILE\n"),
        (
            (*BASELINE, "--update-baseline", "feed.yaml"),
            "roadmap: --update-baseline is about the whole workspace: leave the PATHs out\n",
        ),
        (
            (*BASELINE, "--update-baseline", "--watch"),
            "roadmap: --watch and --update-baseline do not go together: a baseline is written once\n",
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(sale: Path, options: tuple[str, ...], message: str) -> None:
    answer = roadmap("check", *options, *TODAY)
    assert (answer.status, answer.out, answer.err) == (2, "", message)


def test_a_baseline_is_not_written_through_a_link(sale: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text('{"version": 1, "findings": []}', "utf-8")
    (sale / "known.json").symlink_to(elsewhere)
    answer = roadmap("check", *BASELINE, "--update-baseline", *TODAY)
    assert answer.status == 2
    assert "symbolic link" in answer.err
    assert elsewhere.read_text("utf-8") == '{"version": 1, "findings": []}'
