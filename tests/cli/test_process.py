"""What holds for every command: exit status, one clear line, no traceback, and the same bytes everywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.cli import schema
from roadmap.cli.version import LANGUAGE
from roadmap.model.settings import Settings
from tests.cli.command import SOURCE, process, roadmap, write

TODAY = ("--today", "2027-01-25")


def raising(error: BaseException) -> Callable[..., int]:
    def handle(*arguments: object) -> int:
        raise error

    return handle


def test_an_interrupted_command_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "handle", raising(KeyboardInterrupt()))
    answer = roadmap("schema")
    assert (answer.status, answer.out, answer.err) == (130, "", "")


def test_a_bug_is_told_in_one_line_that_says_how_to_see_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "handle", raising(KeyError("x\x1b[31m")))
    answer = roadmap("schema")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(
        "roadmap: this is a bug in roadmap, please report it: KeyError: 'x\\x1b[31m' at roadmap."
    )
    assert answer.err.endswith(" (ROADMAP_TRACEBACK=1 shows all)\n")
    assert answer.err.count("\n") == 1


def test_on_request_a_bug_shows_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "handle", raising(KeyError("x")))
    answer = roadmap("schema", environment={"ROADMAP_TRACEBACK": "1"})
    assert answer.status == 2
    assert answer.err.startswith("Traceback (most recent call last):\n")
    assert "roadmap: this is a bug in roadmap" in answer.err


def test_a_present_folder_that_is_gone_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for argv in (("check",), ("check", "--plans", "../plans"), ("check", "-o", "found.txt", str(tmp_path))):
        answer = roadmap(*argv)
        assert answer.status == 2
        assert answer.err.startswith("roadmap: the present folder is not there any more")


@pytest.mark.parametrize(
    "argv",
    [
        ("--plans", "", "check"),
        ("check", ""),
        ("check", "--baseline", ""),
        ("check", "--cache-dir", ""),
        ("check", "-", "--stdin-filename", ""),
        ("init", ""),
    ],
)
def test_an_empty_name_is_not_the_present_folder(argv: tuple[str, ...], sale: Path) -> None:
    answer = roadmap(*argv)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "roadmap: the name of a file or folder is empty: is a variable not set?\n"


def test_a_file_that_cannot_be_written_is_no_bug(sale: Path) -> None:
    answer = roadmap("check", "-o", "no/such/folder.txt", *TODAY)
    assert (answer.status, answer.err) == (2, "roadmap: no/such/folder.txt: No such file or directory\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("chek",), "unknown command 'chek'; did you mean 'check'?"),
        (("check", "--slect", "SC"), "unknown option '--slect'; did you mean '--select'?"),
        (("--plan", "acme", "check"), "unknown option '--plan'; did you mean '--plans'?"),
        (("--select", "SC", "check"), "--select belongs to a command: write it after that"),
        (("--colour=often", "check"), "unknown colour 'often': it is one of auto, always, never"),
        (("check", "--profile", "standrad"), "unknown profile 'standrad'; did you mean 'standard'?"),
        (("check", "--output-format=jsn"), "unknown output-format 'jsn'; did you mean 'json'?"),
        (("check", "--today", "2025-21-05"), "'2025-21-05' is not a date: write it as 2027-03-15"),
        (("--today", "20270315", "check"), "'20270315' is not a date: write it as 2027-03-15"),
        (("check", "--today", "9999-12-31"), "9999-12-31 is out of reach: give a day of the years 1950 to 2300"),
        (("explain",), "the following arguments are required: REF; see roadmap explain --help"),
        (("explain", "a", "b"), "'b' is one argument too many; see roadmap explain --help"),
        (("check", "-o"), "argument -o/--output: expected one argument; see roadmap check --help"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(argv: tuple[str, ...], message: str) -> None:
    answer = roadmap(*argv)
    assert (answer.status, answer.out, answer.err) == (2, "", f"roadmap: {message}\n")


def test_global_options_stand_before_and_after_the_command(sale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    before = roadmap("--plans", str(sale), *TODAY, "schedule")
    after = roadmap("schedule", "--plans", str(sale), *TODAY)
    assert before.out == after.out
    assert "2027-02-05" in before.out


def test_without_a_command_there_is_help() -> None:
    answer = roadmap()
    assert answer.status == 0
    assert answer.out.startswith("usage: roadmap")
    assert "130 interrupted" in answer.out


def test_the_version_names_everything_that_dates_depend_on() -> None:
    from importlib.metadata import version

    answer = roadmap("--version")
    assert answer.status == 0
    assert answer.out.startswith("roadmap 0.")
    assert answer.out.endswith(f"(plan language {LANGUAGE}, holiday tables {version('holidays')})\n")
    assert Settings.model_fields["version"].default == LANGUAGE


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"TERM": "dumb"}, (), False),
        ({"NO_COLOR": "1"}, ("--colour", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--colour", "never"), False),
        ({}, ("--color=never",), False),
    ],
)
def test_colour_on_a_terminal(
    sale: Path, environment: dict[str, str], options: tuple[str, ...], coloured: bool
) -> None:
    answer = roadmap("check", *TODAY, *options, terminal=True, environment=environment)
    assert ("\x1b[1;31merror" in answer.out) == coloured
    assert ("\x1b]8;;file://" in answer.out) == coloured


def test_colour_without_a_terminal_only_where_it_is_asked_for(sale: Path) -> None:
    assert "\x1b" not in roadmap("check", *TODAY).out
    for asked in (
        roadmap("check", *TODAY, environment={"FORCE_COLOR": "1"}),
        roadmap("check", "--colour=always", *TODAY),
    ):
        assert "\x1b[1;31merror" in asked.out
        assert "\x1b]8;;" not in asked.out


HOSTILE = """\
teams: {brand: {name: "\\e]0;owned\\a"}}
campaigns:
  sale:
    title: "x\\e[2J\\u202e\\x9b31m\\u200b\\ud83d\\ude00"
    team: brand
    launch: 2027-02-12
    tasks:
      copy: {title: "y\\e]8;;https://evil.example\\e\\\\z", duration: 50d, "no\\e[31msuch": 1, needs: ["a\\x07b"]}
"""


@pytest.mark.parametrize(
    "argv",
    [
        ("check",),
        ("check", "--output-format", "concise"),
        ("check", "--output-format", "json"),
        ("schedule",),
        ("schedule", "--output-format", "json"),
        ("explain", "sale"),
        ("explain", "copy"),
        ("explain", "sa\x1b[31mle"),
        ("check", "\x1b]0;owned\x07"),
        ("\x9b31m",),
    ],
)
def test_nothing_of_a_hostile_plan_reaches_the_terminal_raw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    write(tmp_path, {"roadmap.yaml": HOSTILE, "\x1b[31m.yaml": "x\x1b: 1\n"})
    monkeypatch.chdir(tmp_path)
    answer = roadmap(*argv, *TODAY)
    assert answer.status in (0, 1, 2)
    raw = {character for character in answer.out + answer.err if not character.isprintable()}
    assert raw <= {"\n"}


def test_the_same_plan_gives_the_same_bytes_everywhere(sale: Path, tmp_path: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("Spring sale", "Ventes d’été 日本"), "utf-8")
    commands = (
        ("check",),
        ("schedule", "--output-format", "json"),
        ("explain", "sale"),
    )
    surroundings = (
        ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, sale),
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles"}, tmp_path),
    )
    for command in commands:
        outputs = {
            process("--plans", str(sale), *TODAY, *command, cwd=cwd, **environment).stdout
            for environment, cwd in surroundings
        }
        assert len(outputs) == 1
        assert "Ventes d’été 日本".encode() in outputs.pop() or command[0] == "schedule"


def test_output_is_utf_8_and_never_fails_for_a_character(sale: Path) -> None:
    answer = process("explain", "sale", *TODAY, cwd=sale, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert answer.returncode == 0
    assert answer.stdout.decode("utf-8").startswith("“Spring sale” (sale)\n")


def test_a_reader_who_goes_away_is_no_error(sale: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "roadmap", "check", *TODAY],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=sale,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line(sale: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "roadmap", "rule"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"roadmap: the output could not be written: No space left on device\n"


IMPORTS = """\
import json, os, sys
from roadmap.cli.console import Console
from roadmap.cli.process import run
run(sys.argv[1:], Console(sys.stdin, open(os.devnull, "w"), sys.stderr, os.environ))
print(json.dumps([*sys.modules]))
"""


def imported(*argv: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, *argv],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYDANTIC_DISABLE_PLUGINS": "__all__", "CI": ""},
        capture_output=True,
        check=True,
    )
    modules = json.loads(done.stdout)
    return {*modules, *(name.partition(".")[0] for name in modules)}


def test_a_command_imports_only_what_it_needs(sale: Path) -> None:
    never = {"holidays", "textual", "rich", "icalendar", "asyncio", "numpy", "jsonschema", "http"}
    heavy = {"pydantic", "networkx", "yaml"}
    assert not imported("check", *TODAY, cwd=sale) & {*never, "difflib", "roadmap.outputs.json_schema"}
    (sale / "roadmap.yaml").write_text("roadmap: {timezone: Europe/Berlin}\n", "utf-8")
    imported("check", *TODAY, cwd=sale)
    imported("check", cwd=sale)
    for nothing_changed in ((), TODAY):
        assert not imported("check", *nothing_changed, cwd=sale) & {*never, *heavy, "inspect"}
    assert not imported("schedule", *TODAY, cwd=sale) & {*never, "roadmap.checks.registry"}
    assert not imported("rule", "SC111", cwd=sale) & never
    for light in (("--version",), ()):
        assert not imported(*light, cwd=sale) & {*never, *heavy, "inspect"}
