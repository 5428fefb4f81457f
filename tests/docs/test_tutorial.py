"""The tutorial is true: its commands, one after another in an empty folder, print what it shows, and its edits apply.

``python tests/docs/test_tutorial.py`` writes the present output into it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"

_FENCE = re.compile(r"^```(shell-session|diff|yaml path=\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def played(folder: Path) -> str:
    """The tutorial with what its commands print now, and with what its files hold at the place where it shows them."""

    def play(fence: re.Match[str]) -> str:
        kind, body = fence[1], fence[2]
        if kind == "shell-session":
            command = body.partition("\n")[0]
            return f"```{kind}\n{command}\n{answer(command.removeprefix('$ '), folder)}```"
        if kind == "diff":
            apply(body, folder)
        else:
            file = folder / kind.partition("path=")[2]
            assert body in file.read_text("utf-8"), f"{file.name} does not hold what is shown of it"
        return fence[0]

    return _FENCE.sub(play, TUTORIAL.read_text("utf-8"))


def answer(command: str, folder: Path) -> str:
    """What roadmap prints on a terminal of 90 columns without colours, from no remembered answer."""
    name, *arguments = shlex.split(command)
    assert name == "roadmap"
    environment = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1", "CI": "1", "PYTHONPATH": str(ROOT / "src")}
    environment.pop("FORCE_COLOR", None)
    return subprocess.run(
        [sys.executable, "-m", "roadmap", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    ).stdout


def apply(patch: str, folder: Path) -> None:
    """One change of one file: kept and added lines take the place of kept and removed ones."""
    head, _, *lines = patch.splitlines(keepends=True)
    file = folder / head.removeprefix("--- ").strip()
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), "utf-8")


def test_it_prints_what_is_shown(tmp_path: Path) -> None:
    assert played(tmp_path) == TUTORIAL.read_text("utf-8")


def test_it_goes_from_no_findings_to_two_conflicts_and_back() -> None:
    shown = re.findall(r"^(?:No findings|Found \d+ errors?).* in 4 files", TUTORIAL.read_text("utf-8"), re.MULTILINE)
    assert shown[0] == shown[-1] == "No findings in 4 files"
    assert "Found 2 errors in 4 files" in shown


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as empty:
        TUTORIAL.write_text(played(Path(empty)), "utf-8")
