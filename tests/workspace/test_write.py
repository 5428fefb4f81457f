"""Files are written all or none, and only over what was read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from roadmap.workspace.write import WriteError, write

BEFORE = {"a.yaml": "a: 1\r\n", "b/c.yaml": "\ufeffc: 1\n"}
AFTER = {"a.yaml": "a: 2\r\n", "b/c.yaml": "\ufeffc: 2\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for path, text in BEFORE.items():
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def held(root: Path) -> dict[str, str]:
    """Every file, so that leftovers are seen."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in files}


def test_all_files_are_written_and_keep_their_modes(root: Path) -> None:
    (root / "a.yaml").chmod(0o640)
    write(root, BEFORE, AFTER)
    assert held(root) == AFTER
    assert stat.S_IMODE((root / "a.yaml").stat().st_mode) == 0o640


def test_a_file_that_changed_meanwhile_stops_all(root: Path) -> None:
    (root / "b" / "c.yaml").write_text("c: 3\n")
    with pytest.raises(WriteError, match=r"b/c\.yaml has changed since it was read"):
        write(root, BEFORE, AFTER)
    assert held(root) == {"a.yaml": BEFORE["a.yaml"], "b/c.yaml": "c: 3\n"}


def test_a_file_behind_a_link_is_refused(root: Path) -> None:
    (root / "d").symlink_to("b")
    with pytest.raises(WriteError, match="symbolic link"):
        write(root, {"d/c.yaml": BEFORE["b/c.yaml"]}, {"d/c.yaml": "x"})
    with pytest.raises(WriteError, match="symbolic link"):
        write(root / "b", {"../a.yaml": BEFORE["a.yaml"]}, {"../a.yaml": "x"})
    assert (root / "a.yaml").read_bytes().decode() == BEFORE["a.yaml"]


def test_what_was_replaced_is_put_back_where_a_later_file_fails(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def failing(source: str, target: Path) -> None:
        if target.name == "c.yaml":
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(WriteError, match="No space left on device; no file was changed"):
        write(root, BEFORE, AFTER)
    assert held(root) == BEFORE


def test_two_commands_do_not_write_at_once(root: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        with pytest.raises(WriteError, match="another command is writing"):
            write(root, BEFORE, AFTER)
    finally:
        os.close(folder)
    assert held(root) == BEFORE
