"""Run ``roadmap`` as a user does: in a process of its own where that matters, else in this one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmap.cli.console import Console
from roadmap.cli.process import run
from tests.reference import ROOT

SOURCE = ROOT / "src"


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def roadmap(
    *argv: str, stdin: str = "", terminal: bool = False, environment: Mapping[str, str] | None = None
) -> Answer:
    """The answer to a command line, without a process of its own."""
    out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
    status = run(argv, Console(io.StringIO(stdin), out, err, environment or {}))
    return Answer(status, out.getvalue(), err.getvalue())


def process(
    *argv: str, stdin: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, with the bytes that it writes."""
    return subprocess.run(
        [sys.executable, "-m", "roadmap", *argv],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**_clean(), "PYTHONPATH": str(SOURCE), **environment},
        timeout=60,
        check=False,
    )


def _clean() -> dict[str, str]:
    """The environment without what changes the output."""
    named = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONHASHSEED", "TZ", "LC_ALL", "LANG")
    return {name: value for name, value in os.environ.items() if name not in named}


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Plan files below ``root``."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
