"""Looking again and again tells of changes to plan files, and of nothing else."""

from __future__ import annotations

import threading
from pathlib import Path

from roadmap.workspace.polling import polled_changes


def test_changes_to_plan_files_are_told(tmp_path: Path) -> None:
    stop = threading.Event()
    (tmp_path / "a.yaml").write_text("teams: {}\n")
    told = 0
    steps = [
        lambda: (tmp_path / "a.yaml").write_text("teams: {web: {}}\n"),
        lambda: (tmp_path / "b.yaml").write_text(""),
        lambda: (tmp_path / "a.yaml").unlink(),
    ]
    threading.Timer(0.05, steps[0]).start()
    for _ in polled_changes(tmp_path, stop, every=0.01):
        told += 1
        if told < len(steps):
            threading.Timer(0.05, steps[told]).start()
        else:
            break
    assert told == 3


def test_other_files_are_not_looked_at(tmp_path: Path) -> None:
    stop = threading.Event()
    changes = polled_changes(tmp_path, stop, every=0.01)
    threading.Timer(0.05, lambda: (tmp_path / "notes.txt").write_text("x")).start()
    threading.Timer(0.15, stop.set).start()
    assert list(changes) == []
