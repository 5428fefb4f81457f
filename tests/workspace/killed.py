"""Run by a test: writes files in processes of its own, each killed (-9) some lines later than the one before.

``python killed.py FOLDER write|finish LINES``: in ``finish``, a first process is killed between two files, and the ones
that finish its work are killed. Prints a JSON line for each: whether it was killed, what it left in the workspace, and
what the next command told and left.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import roadmap.workspace
from roadmap.workspace.write import finish_earlier, write

OURS = str(Path(roadmap.workspace.__file__).parent)
BEFORE = {"a.yaml": "a: 1\r\nb: 1", "b/c.yaml": "\ufeffc: 1\n", "d.yaml": "d: é\n"}
AFTER = {"a.yaml": "a: 2\r\nb: 2", "b/c.yaml": "\ufeffc: 2\n", "d.yaml": "d: ö\n"}


def main(base: Path, what: str, step: int) -> None:
    os.fsync = lambda descriptor: None  # a process that ends does not take the disk's cache with it
    for line in count(1, step):
        root = base / str(line)
        (root / "b").mkdir(parents=True)
        for path, text in BEFORE.items():
            (root / path).write_bytes(text.encode())
            (root / path).chmod(0o640)
        if what == "write":
            killed = _killed(lambda root=root: write(root, BEFORE, AFTER), _at_line(line))
        else:
            _killed(lambda root=root: write(root, BEFORE, AFTER), _at_second_file)
            killed = _killed(lambda root=root: finish_earlier(root), _at_line(line))
        left = held(root)
        told = finish_earlier(root)
        sys.stdout.write(json.dumps({"killed": killed, "left": left, "told": told, "now": held(root)}) + "\n")
        if not killed:
            return


def held(root: Path) -> dict[str, list[Any]]:
    """Every file with its text and its mode, hidden ones, too."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): [path.read_bytes().decode(), path.stat().st_mode & 0o777] for path in files}


def _killed(act: Callable[[], object], trace: Callable[..., Any]) -> bool:
    child = os.fork()
    if child == 0:
        sys.settrace(trace)
        act()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _at_line(number: int) -> Callable[..., Any]:
    left = [number]

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        if not frame.f_code.co_filename.startswith(OURS):
            return None
        if event == "line":
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def _at_second_file(frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
    if event == "call" and frame.f_code.co_name == "put" and frame.f_locals["path"] == "b/c.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return None


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
