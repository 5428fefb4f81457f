"""Whatever a pull request or a disk holds, `roadmap check` answers soon, in words, with file and line."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Answer, process, roadmap

TODAY = ("--today", "2026-11-22")
SECONDS = 5
SETTINGS = "roadmap: {title: Plan, until: 2028-12-31}\nteams:\n  web: {name: Web}\n"
CAMPAIGN = """\
campaigns:
  spring:
    title: Spring
    team: web
    launch: 2027-03-15
    tasks:
      page: {title: Page, duration: 5d}
"""
TRAIN = """\
trains:
  web:
    title: Web train
    team: web
    from: 2026-09-01
    every: 2 weeks on tue
    until: 2027-12-31
"""


def campaign(old: str, new: str) -> str:
    assert CAMPAIGN.count(old) == 1
    return CAMPAIGN.replace(old, new)


def train(old: str, new: str) -> str:
    assert TRAIN.count(old) == 1
    return TRAIN.replace(old, new)


def check(root: Path, *options: str) -> Answer:
    began = time.monotonic()
    answer = roadmap("--plans", str(root), *TODAY, "check", "--colour", "never", *options)
    assert time.monotonic() - began < SECONDS
    assert "Traceback" not in answer.out + answer.err
    assert "bug in roadmap" not in answer.err
    return answer


def workspace(root: Path, **files: str | bytes) -> Path:
    for name, content in {"roadmap": SETTINGS, **files}.items():
        (root / f"{name}.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def found(root: Path) -> list[str]:
    """The errors of a workspace, as `path:line:column: code`, and each with a sentence."""
    answer = check(root, "--output-format", "concise")
    assert answer.status == 1
    lines = [line.split(" ", 3) for line in answer.out.splitlines()]
    assert all(len(line) == 4 and line[3].rstrip().endswith((".", "?")) for line in lines)
    return [f"{place} {code}" for place, code, severity, _ in lines if severity == "error"]


# Values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (campaign("2027-03-15", "2025-21-05"), "a.yaml:5:13: PF114"),
        (campaign("2027-03-15", "2025-02-30"), "a.yaml:5:13: PF114"),
        (campaign("2027-03-15", "0000-01-01"), "a.yaml:5:13: PF114"),
        (campaign("2027-03-15", "9999-12-31"), "a.yaml:5:13: PF114"),
        (campaign("2027-03-15", "99999-01-01"), "a.yaml:5:13: PF114"),
        (campaign("5d", "5d, deadline: launch -999999999d"), "a.yaml:7:51: PF114"),
        (campaign("5d", "5d, not-before: launch +999999999ed"), "a.yaml:7:53: PF114"),
        (campaign("5d", "999999999d"), "a.yaml:7:37: PF115"),
        (campaign("5d", "999999999ed"), "a.yaml:7:37: PF115"),
        (campaign("5d", "1e999d"), "a.yaml:7:37: PF115"),
        (campaign("5d", "-5d"), "a.yaml:7:37: PF115"),
        (campaign("5d", "9" * 5_000 + "d"), "a.yaml:7:37: PF117"),
        (campaign("duration: 5d", "effort: " + "9" * 5_000 + "pd"), "a.yaml:7:35: PF117"),
        (campaign("5d", "5d, people: " + "9" * 5_000), "a.yaml:7:49: PF117"),
        (campaign("5d", "5d, people: 0." + "0" * 5_000 + "1"), "a.yaml:7:49: PF117"),
        (campaign("5d", "5d, people: nan"), "a.yaml:7:49: PF109"),
        (campaign("5d", "5d, people: .inf"), "a.yaml:7:49: PF109"),
        (campaign("5d", "5d, needs: [page/" + "x" * 10_000 + "]"), "a.yaml:7:49: PF116"),
        (campaign("page:", "p" * 10_000 + ":"), "a.yaml:7:10007: PF103"),
        (campaign("page:", "p" * 1_000 + ":"), "a.yaml:7:7: PF112"),
        (campaign("      page:", "      ? " + "p" * 10_000 + "\n      :"), "a.yaml:7:9: PF112"),
        (campaign("team: web", "team: " + "w" * 10_000), "a.yaml:4:11: RF103"),
        (train("2 weeks on tue", "2 weeks on tue\n    skip: [" + "9" * 5_000 + "]"), "a.yaml:7:12: PF117"),
        (train("2 weeks on tue", "FREQ=SECONDLY"), "a.yaml:6:12: PF117"),
        (train("2 weeks on tue", "FREQ=MINUTELY;INTERVAL=1"), "a.yaml:6:12: PF117"),
        (train("2 weeks on tue", "FREQ=DAILY;COUNT=99999999999"), "a.yaml:6:12: PF117"),
        (train("2 weeks on tue", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "a.yaml:6:12: PF117"),
        (train("2 weeks on tue", "every 999999999 weeks"), "a.yaml:6:12: PF117"),
        (train("2 weeks on tue", "every 0 days"), "a.yaml:6:12: PF117"),
        (train("2027-12-31", "9999-12-31").replace("2 weeks on tue", "every 1 days"), "a.yaml:7:12: PF114"),
    ],
)
def test_a_hostile_value_is_a_finding_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in found(workspace(tmp_path, a=text))


def test_a_train_of_every_day_for_ever_is_bounded(tmp_path: Path) -> None:
    text = (
        train("2 weeks on tue", "every 1 days").replace("2026-09-01", "1900-01-01").replace("2027-12-31", "2399-12-31")
    )
    answer = check(workspace(tmp_path, a=text), "--output-format", "concise")
    assert answer.status in (0, 1)


def test_a_chain_of_ten_thousand_tasks_is_scheduled(tmp_path: Path) -> None:
    (finding,) = found(workspace(tmp_path, a=chain_of(10_000)))
    assert finding == "a.yaml:5:13: SC101"


def test_a_circle_of_ten_thousand_tasks_is_one_finding(tmp_path: Path) -> None:
    (finding,) = found(workspace(tmp_path, a=chain_of(10_000).replace("{title: T0,", "{title: T0, needs: [t9999],")))
    assert finding == "a.yaml:7:31: DG101"


def chain_of(count: int) -> str:
    tasks = [f"      t{n}: {{title: T{n}, duration: 1d, needs: [t{n - 1}]}}\n" for n in range(1, count)]
    return campaign(
        "      page: {title: Page, duration: 5d}\n", "      t0: {title: T0, duration: 1d}\n" + "".join(tasks)
    )


def test_terminal_escapes_in_a_plan_never_reach_the_terminal(tmp_path: Path) -> None:
    hostile = '"\\e]0;owned\\a\\e[2J\\x9b31m\\u202e\\e]8;;https://evil.example\\e\\\\"'
    text = campaign("title: Spring", f"title: {hostile}").replace("duration: 5d", f"duration: 500d, needs: [{hostile}]")
    root = workspace(tmp_path, a=text)
    for output_format in ("full", "concise", "json"):
        answer = check(root, "--output-format", output_format)
        assert answer.status == 1
        assert {character for character in answer.out + answer.err if not character.isprintable()} <= {"\n"}


# Files


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (bytes(range(256)) * 100, ["a.yaml:3:115: PF102"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["a.yaml:1:1: PF102"]),
        (b"\0" * 10_000, ["a.yaml:1:1: PF102"]),
        (CAMPAIGN.encode("utf-16"), ["a.yaml:1:1: PF102"]),
        (campaign("Spring", "Frühling").encode("latin-1"), ["a.yaml:3:14: PF102"]),
        (campaign("Spring", "\x1b[31m"), ["a.yaml:3:12: PF103"]),
        ("[" * 100_000, ["a.yaml:1:101: PF104"]),
        ("{" * 100_000, ["a.yaml:1:2: PF109", "a.yaml:1:101: PF104"]),
        ("a: " + "[" * 100_000 + "]" * 100_000, ["a.yaml:1:103: PF104"]),
        ("- " * 100_000, ["a.yaml:1:201: PF104"]),
        ("campaigns: &a [*a]\n", ["a.yaml:1:16: PF103"]),
        (f"<<<<<<< HEAD\n{CAMPAIGN}=======\n{CAMPAIGN}>>>>>>> theirs\n", ["a.yaml:1:1: PF103"]),
        ("x" * 10_000_000, ["a.yaml:1:1: PF109"]),
        ("'" + "x\n" * 1_000_000, ["a.yaml:1:1: PF103"]),
        ("a: [" + "x," * 5_000_000 + "]", ["a.yaml:1:1: PF104"]),
    ],
)
def test_a_hostile_file_is_a_finding(tmp_path: Path, content: str | bytes, expected: list[str]) -> None:
    root = workspace(tmp_path, a=content)
    assert found(root) == expected


def test_ten_megabytes_of_comment_are_no_finding(tmp_path: Path) -> None:
    assert check(workspace(tmp_path, a="#" * 10_000_000)).status == 0


def test_a_billion_laughs_are_one_finding_and_take_no_memory(tmp_path: Path) -> None:
    lines = ["l0: &l0 lol"] + [f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 9) + "]" for n in range(1, 12)]
    assert found(workspace(tmp_path, a="\n".join(lines))) == ["a.yaml:7:10: PF104"]


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    with (root / "big.yaml").open("wb") as file:
        file.truncate(200_000_000)
    assert found(root) == ["big.yaml:1:1: PF104"]


def test_a_broken_file_hides_nothing_of_the_others_and_causes_no_cascade(tmp_path: Path) -> None:
    late = campaign("5d", "500d, needs: [missing/task], team: brand")
    assert found(workspace(tmp_path, a=late, b="projects:\n  missing: {title: 'x\n", c="teams: [\n")) == [
        "a.yaml:5:13: SC101",
        "b.yaml:2:20: PF103",
        "c.yaml:1:8: PF103",
    ]


# Disks


def make_pipe(root: Path) -> None:
    os.mkfifo(root / "x.yaml")


def make_folder(root: Path) -> None:
    (root / "x.yaml").mkdir()


def make_loop(root: Path) -> None:
    (root / "x.yaml").symlink_to("x.yaml")


def make_folder_loop(root: Path) -> None:
    (root / "sub").mkdir()
    (root / "sub" / "x.yaml").symlink_to("..")


def make_way_out(root: Path) -> None:
    (root / "x.yaml").symlink_to("/etc/passwd")


def make_endless_device(root: Path) -> None:
    (root / "x.yaml").symlink_to("/dev/zero")


def make_unreadable(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    (root / "x.yaml").write_text("")
    (root / "x.yaml").chmod(0)


@pytest.mark.parametrize(
    "make",
    [make_pipe, make_folder, make_loop, make_folder_loop, make_way_out, make_endless_device, make_unreadable],
)
def test_what_cannot_be_read_is_a_finding_and_the_rest_is_checked(tmp_path: Path, make: Callable[[Path], None]) -> None:
    root = workspace(tmp_path, a=campaign("2027-03-15", "2025-02-30"))
    make(root)
    name = "sub/x.yaml" if (root / "sub").exists() else "x.yaml"
    assert found(root) == ["a.yaml:5:13: PF114", f"{name}:1:1: PF101"]


def test_a_settings_file_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roadmap.yaml")
    assert found_in_a_process(tmp_path) == (1, ["roadmap.yaml:1:1: PF101"])


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "? " * 100_000, "- - " * 100_000])
def test_nothing_written_can_overflow_the_stack_of_the_process(tmp_path: Path, text: str) -> None:
    status, lines = found_in_a_process(workspace(tmp_path, a=text))
    assert status == 1
    assert lines[-1].endswith("PF104")


def test_without_a_workspace_there_is_one_clear_line(tmp_path: Path) -> None:
    answer = roadmap("--plans", str(tmp_path / "nowhere"), "check")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def found_in_a_process(root: Path) -> tuple[int, list[str]]:
    """The exit status, and path, line, column and code of each finding."""
    began = time.monotonic()
    done = process("--plans", str(root), *TODAY, "check", "--output-format", "json")
    assert time.monotonic() - began < SECONDS
    assert b"Traceback" not in done.stderr
    findings = json.loads(done.stdout)["findings"]
    return done.returncode, [f"{one['path']}:{one['line']}:{one['column']}: {one['code']}" for one in findings]
