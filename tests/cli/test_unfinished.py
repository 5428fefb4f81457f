"""A command that is killed while it writes several files: the next one finishes that, and says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import SOURCE, Answer, roadmap, write

PLAN = {
    "roadmap.yaml": "roadmap: {version: 1}\nteams: {web: {function: it}}\n",
    "one.yaml": "projects:\n  one:\n    team: web\n    tasks: {copy: {duration: 5d}}\n",
    "two.yaml": "projects:\n  two:\n    team: web\n    tasks: {page: {duration: 3 d, needs: [one/copy]}}\n",
}
KILLED = """
import os, signal, sys
from roadmap.cli import main
def die(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("two.yaml"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(die)
main()
"""


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which `roadmap rename one first` was killed when it had written one of two files."""
    monkeypatch.chdir(write(tmp_path, PLAN))
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "rename", "one", "first"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert "first:" in (tmp_path / "one.yaml").read_text("utf-8")
    assert (tmp_path / "two.yaml").read_text("utf-8") == PLAN["two.yaml"]
    return tmp_path


def ran(*argv: str) -> Answer:
    return roadmap(*argv, "--today", "2026-11-22")


FINISHED = "roadmap: finished what an earlier command was stopped in while it wrote one.yaml and two.yaml"


@pytest.mark.parametrize("command", [("check", "--no-cache"), ("schedule",), ("explain", "first/copy")])
def test_the_next_command_finishes_it_and_says_so(stopped: Path, command: tuple[str, ...]) -> None:
    answer = ran(*command)
    assert answer.err.splitlines()[0] == FINISHED
    assert (stopped / "two.yaml").read_text("utf-8") == PLAN["two.yaml"].replace("one/copy", "first/copy")
    assert sorted(path.name for path in stopped.iterdir()) == sorted(PLAN)
    assert FINISHED not in ran(*command).err


def test_a_command_that_writes_goes_on_from_there(stopped: Path) -> None:
    answer = ran("check", "--fix", "--no-cache")
    assert answer.err.splitlines()[:2] == [FINISHED, "Fixed 1 finding in 1 file."]
    assert "{duration: 3d, needs: [first/copy]}" in (stopped / "two.yaml").read_text("utf-8")


def test_what_cannot_be_finished_is_told_and_only_writing_is_refused(stopped: Path) -> None:
    (stopped / "two.yaml").write_text("projects: {}\n", "utf-8")
    answer = ran("check", "--no-cache")
    assert answer.status == 0
    assert "changes were made since (two.yaml)" in answer.err
    assert "then delete that folder" in answer.err
    answer = ran("rename", "first", "third")
    assert (answer.status, answer.err.endswith("; no file was changed\n")) == (2, True)
    assert (stopped / "two.yaml").read_text("utf-8") == "projects: {}\n"
