"""``roadmap check --watch``: the answer again after each change, until it is interrupted."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import pytest

from roadmap.cli.console import Console
from tests.cli.command import SOURCE, Terminal, roadmap

WITHOUT_WATCHFILES = """\
import sys
sys.modules["watchfiles"] = None
import importlib.util
find_spec = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "watchfiles" else find_spec(name, *rest)
from roadmap.cli import main
main()
"""


def _interruptible() -> None:
    """What a shell starts in the background ignores interrupts, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("start", [("-m", "roadmap"), ("-c", WITHOUT_WATCHFILES)], ids=["watchfiles", "polling"])
def test_a_change_is_answered_and_an_interrupt_ends_it(sale: Path, start: tuple[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, *start, "check", "--watch", "--output-format", "concise", "--today", "2027-01-25"],
        cwd=sale,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_interruptible,
    )
    assert process.stdout is not None
    lines: Queue[str] = Queue()
    stream = process.stdout
    threading.Thread(target=lambda: [lines.put(line) for line in stream], daemon=True).start()
    try:
        assert lines.get(timeout=30).startswith("campaigns/sale.yaml:5:13: SC101 ")
        assert lines.get(timeout=30) == "Found 1 error in 4 files with 5 items.\n"
        assert lines.get(timeout=30) == f"roadmap: looking for changes below {sale}; ctrl+c ends\n"
        plan = sale / "campaigns/sale.yaml"
        plan.write_text(plan.read_text("utf-8").replace("2027-02-12", "2027-02-15"), "utf-8")
        assert lines.get(timeout=30) == "No findings in 4 files with 5 items.\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.wait()
        stream.close()


def test_standard_input_cannot_be_watched(sale: Path) -> None:
    answer = roadmap("check", "-", "--watch")
    assert (answer.status, answer.err) == (2, "roadmap: --watch looks at files, and standard input is none\n")


def test_a_terminal_is_emptied_before_an_answer_and_a_file_is_not() -> None:
    screen, dumb, file = Terminal(), Terminal(), io.StringIO()
    Console(None, screen, None, {"TERM": "xterm"}).clear()
    Console(None, dumb, None, {"TERM": "dumb"}).clear()
    Console(None, file, None, {"TERM": "xterm"}).clear()
    assert (screen.getvalue(), dumb.getvalue(), file.getvalue()) == ("\x1b[H\x1b[2J\x1b[3J", "", "")
