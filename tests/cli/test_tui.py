"""``roadmap tui`` before it is on the screen: what it needs, and what it says where it cannot begin."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from roadmap.cli import tui
from tests.cli.command import SOURCE, roadmap
from tests.reference import ROOT


def test_the_keys_are_printed_without_a_terminal() -> None:
    answer = roadmap("tui", "--keys")
    assert answer.status == 0
    assert answer.out == (ROOT / "docs" / "keys.md").read_text("utf-8")


def test_without_a_terminal_it_names_the_commands_that_print(sale: Path) -> None:
    answer = roadmap("tui")
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "needs a terminal;" in answer.err
    assert "needs a terminal, which TERM=dumb is not;" in roadmap("tui", environment={"TERM": "dumb"}).err


def test_without_its_libraries_it_says_how_to_get_them(sale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui, "find_spec", lambda name: None)
    answer = roadmap("tui")
    assert answer.status == 2
    assert answer.err == "roadmap: the terminal interface is not installed: pip install 'roadmap[tui]'\n"


def test_the_table_of_keys_shows_ones_own(tmp_path: Path) -> None:
    settings = tmp_path / "roadmap" / "keys.yaml"
    settings.parent.mkdir()
    settings.write_text("today: y\n", "utf-8")
    assert "| `y` | Today |" in roadmap("tui", "--keys", environment={"XDG_CONFIG_HOME": str(tmp_path)}).out
    other = tmp_path / "other.yaml"
    other.write_text("today: x\n", "utf-8")
    assert "| `x` | Today |" in roadmap("tui", "--keys", "--keymap", str(other)).out


def test_a_file_of_keys_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    answer = roadmap("tui", "--keys", "--keymap", str(missing))
    assert (answer.status, answer.err) == (2, f"roadmap: {missing} cannot be read: No such file or directory\n")
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    answer = roadmap("tui", "--keys", "--keymap", str(binary))
    assert (answer.status, answer.err) == (2, f"roadmap: {binary} cannot be read: it is not UTF-8\n")


def test_an_unknown_view_is_told_with_the_nearest(sale: Path) -> None:
    answer = roadmap("tui", "conflict")
    assert answer.status == 2
    assert "did you mean 'conflicts'?" in answer.err


def test_a_terminal_without_utf_8_gets_nothing_that_it_does_not_have(sale: Path) -> None:
    plan = sale / "campaigns" / "sale.yaml"
    plan.write_text(plan.read_text("utf-8").replace("title: Copy", 'title: "Text\u011b \u4e2d"'), "utf-8")
    with _on_terminal(sale, "-m", "roadmap", LC_ALL="en_US.US-ASCII") as (_, terminal):
        written = _read_until(terminal, b"Text? ?")  # in UTF-8, the second letter ends with the byte of CSI
    assert written.isascii()


BROKEN = """
from roadmap.cli import main
from roadmap.tui import screen

def broken(*arguments):
    raise NameError("a mistake in the program")

screen.page_of = broken
main()
"""


def test_on_a_terminal_a_command_is_not_needed_and_q_leaves(sale: Path) -> None:
    with _on_terminal(sale, "-m", "roadmap") as (process, terminal):
        written = _read_until(terminal, b"Spring sale")
        os.write(terminal, b"q")
        written += _read_until(terminal, b"\x1b[?1049l")  # the terminal is given back as it was
        assert process.wait(20) == 0
    assert b"Traceback" not in written


def test_a_mistake_in_the_program_ends_it_with_one_line(sale: Path) -> None:
    """Not with a traceback of everything in memory, which takes minutes to print for a large plan."""
    with _on_terminal(sale, "-c", BROKEN) as (process, terminal):
        written = _read_until(terminal, b"Spring sale")
        os.write(terminal, b"\r")  # opens the details
        written += _read_until(terminal, b"ROADMAP_TRACEBACK=1 shows all")
        assert process.wait(20) == 2
    assert b"\x1b[?1049l" in written
    assert b"please report it: NameError: a mistake in the program" in written
    assert b"Traceback" not in written


@contextmanager
def _on_terminal(folder: Path, *program: str, **variables: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The program in a terminal of its own, as somebody sits at it."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
    environment["XDG_CONFIG_HOME"] = str(folder)  # no keys of one's own
    environment.pop("ROADMAP_TRACEBACK", None)
    environment |= variables
    process = subprocess.Popen(
        [sys.executable, *program, "--today", "2027-01-25"],
        stdin=follower, stdout=follower, stderr=follower, env=environment, cwd=folder, close_fds=True,
    )  # fmt: skip
    os.close(follower)
    try:
        yield process, leader
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _read_until(terminal: int, wanted: bytes) -> bytes:
    read = b""
    end = time.monotonic() + 30
    while wanted not in read and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                read += os.read(terminal, 65536)
            except OSError:
                break
    assert wanted in read, read[-500:]
    return read
