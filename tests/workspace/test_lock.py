"""One command at a time writes to a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.workspace.lock import alone

fcntl = pytest.importorskip("fcntl")


def test_a_second_one_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    with alone(tmp_path) as held:
        assert held
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass
    with alone(tmp_path) as held:
        assert held


def test_where_the_file_system_has_no_locks_one_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(descriptor: int, operation: int) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(fcntl, "flock", unable)
    with alone(tmp_path) as held:
        assert not held


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), alone(tmp_path / "gone"):
        pass
