"""``roadmap check --output-format``, ``-o`` and ``--also``: the answer in every shape and place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from roadmap.cli.delivering import FORMATS
from tests.cli.command import process, roadmap, write

TODAY = ("--today", "2027-01-25")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_an_answer_to_anything(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"roadmap.yaml": "", "a.yaml": "tasks: [\n", "b.yaml": 'nonsense: "\\e]8;;::error::|@web"\n'})
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.yaml").symlink_to("/etc/hostname")
    answer = roadmap("check", "--output-format", name)
    assert answer.status == 1
    assert "a.yaml" in answer.out
    assert "bug" not in answer.err


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_that_nothing_is_found(name: str, sale: Path) -> None:
    answer = roadmap("check", "--output-format", name, "--ignore", "SC101", *TODAY)
    assert answer.status == 0
    assert "SC101 " not in answer.out


def test_several_formats_are_written_at_once(sale: Path) -> None:
    answer = roadmap("check", "--also", "sarif=a.sarif", "--also", "junit=b.xml", "--also", "json=c.json", *TODAY)
    assert answer.status == 1
    assert answer.out.startswith("error[SC101] launch-impossible: ")
    assert json.loads((sale / "a.sarif").read_text("utf-8"))["runs"][0]["results"][0]["ruleId"] == "SC101"
    assert "<failure" in (sale / "b.xml").read_text("utf-8")
    assert json.loads((sale / "c.json").read_text("utf-8"))["summary"]["error"] == 1
    assert sorted(path.name for path in sale.iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_standard_output_may_be_named(name: str, sale: Path) -> None:
    answer = roadmap("check", "-o", name, *TODAY)
    assert answer == roadmap("check", *TODAY)
    assert answer.out.startswith("error[SC101] launch-impossible: ")
    assert not (sale / "-").exists()


def test_streams_and_devices_are_written_to(sale: Path, tmp_path: Path) -> None:
    done = process("check", "--output-format", "json", "-o", "/dev/stderr", *TODAY, cwd=sale)
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads(done.stderr)["summary"]["error"] == 1
    done = process("check", "--also", "json=/dev/null", "--also", "sarif=/dev/fd/2", *TODAY, cwd=sale)
    assert done.stdout.startswith(b"error[SC101]")
    assert json.loads(done.stderr)["version"] == "2.1.0"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_if_somebody_reads_it(sale: Path) -> None:
    os.mkfifo(sale / "pipe")
    answer = roadmap("check", "--also", "json=pipe", *TODAY)
    assert (answer.status, answer.out, answer.err) == (2, "", "roadmap: pipe: nobody reads this pipe\n")
    reader = os.open(sale / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert roadmap("check", "--also", "json=pipe", *TODAY).status == 1
    assert json.loads(os.read(reader, 100_000))["summary"]["error"] == 1
    os.close(reader)


def test_statistics_are_of_what_is_printed(sale: Path) -> None:
    answer = roadmap("check", "--statistics", "--also", "json=c.json", *TODAY)
    assert answer.out.startswith("count  code ")
    assert "statistics" not in json.loads((sale / "c.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--also", "sarif"), "'sarif' names no file: write it as --also sarif=found.sarif"),
        (("--also", "sarff=x"), "unknown output format 'sarff'; did you mean 'sarif'?"),
        (("--also", "json=x", "-o", "./x"), "two outputs cannot go to one file: "),
        (("--statistics", "--output-format", "junit"), "--statistics goes with the formats full, concise, json, not"),
        (("--also", "json=-"), "--also writes to files: for json on standard output write --output-format json"),
        (("-o", ""), "the name of a file or folder is empty: is a variable not set?"),
        (("-o", "campaigns"), "campaigns is not a file"),
        (("-o", "known.json", "--baseline", "./known.json"), "an output cannot go to the file of the baseline: "),
        (("-o", "teams.yaml"), "teams.yaml is a plan file: write the answer elsewhere"),
        (
            ("--also", "json=campaigns/../feed.yaml"),
            "campaigns/../feed.yaml is a plan file: write the answer elsewhere",
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(sale: Path, options: tuple[str, ...], message: str) -> None:
    answer = roadmap("check", *options, *TODAY)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"roadmap: {message}")


@pytest.mark.parametrize("options", [("-o", "found.txt"), ("--also", "json=found.txt")])
def test_nothing_is_written_through_a_link(sale: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine", "utf-8")
    (sale / "found.txt").symlink_to(elsewhere)
    answer = roadmap("check", *options, *TODAY)
    assert answer.status == 2
    assert answer.err == "roadmap: found.txt is a symbolic link, and those are not followed: take it away\n"
    assert elsewhere.read_text("utf-8") == "mine"


def test_forges_get_paths_from_the_root_of_the_checkout(sale: Path) -> None:
    (sale.parent / ".git").mkdir()
    answer = roadmap("check", "--output-format", "github", *TODAY)
    assert ",file=acme/campaigns/sale.yaml," in answer.out
    inside = roadmap(
        "check", "--output-format", "gitlab", *TODAY, environment={"CI_PROJECT_DIR": str(sale / "campaigns" / "..")}
    )
    assert json.loads(inside.out)[0]["location"]["path"] == "campaigns/sale.yaml"
    elsewhere = roadmap("check", "--output-format", "github", *TODAY, environment={"GITHUB_WORKSPACE": "/nowhere"})
    assert ",file=acme/campaigns/sale.yaml," in elsewhere.out


def test_what_github_does_not_annotate_is_told_and_added_to_the_summary_of_the_step(sale: Path) -> None:
    write(sale, {"more.yaml": "".join(f"nonsense{number}: 1\n" for number in range(15))})
    summary = sale.parent / "summary.md"
    summary.write_text("before\n", "utf-8")
    options = ("check", "--output-format", "github", *TODAY)
    answer = roadmap(*options, environment={"GITHUB_STEP_SUMMARY": str(summary)})
    assert answer.out.count("::error ") == len(answer.out.splitlines()) == 16
    assert answer.err.splitlines()[0] == (
        "GitHub annotates 10 findings of a kind in a step; 6 more are in the summary of this step."
    )
    written = summary.read_text("utf-8")
    assert written.startswith("before\n### Roadmap: 6 more findings than can be annotated\n")
    assert written.count("| error |") == 6
    assert "6 more are in this log." in roadmap(*options).err
    gone = roadmap(*options, environment={"GITHUB_STEP_SUMMARY": str(sale / "no" / "summary.md")})
    assert gone.status == 1
    assert "6 more are in this log." in gone.err


def test_a_workspace_without_a_root_file_is_told(sale: Path) -> None:
    (sale / "roadmap.yaml").unlink()
    answer = roadmap("check", "--output-format", "concise", *TODAY)
    assert answer.err.splitlines()[0] == (
        f"roadmap: no roadmap.yaml here or above: every YAML file below {sale} is read as a plan"
    )
    assert roadmap("check", "-", "--output-format", "json", stdin="teams: {web: {}}\n").err == ""


def test_every_format_has_the_same_bytes_everywhere(sale: Path, tmp_path: Path) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles"},
    )
    written = []
    for number, environment in enumerate(surroundings):
        folder = tmp_path / str(number)
        folder.mkdir()
        also = [f"--also={name}={folder / name}" for name in FORMATS]
        process("check", "--plans", str(sale), *TODAY, *also, cwd=folder, **environment)
        written.append([(folder / name).read_bytes() for name in FORMATS])
    assert written[0] == written[1]
