"""Files that others read at any time are whole at every moment."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from roadmap.cli.refusal import Refusal
from roadmap.cli.replacing import replace_file


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    file.write_text("before")
    file.chmod(0o600)
    replace_file(file, b"after")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"after", 0o600)


def test_a_file_with_this_content_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    file.write_text("same")
    before = file.stat()
    replace_file(file, b"same")
    assert file.stat() == before


def test_links_and_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to("real")
    for name, why in (("link", "is a symbolic link"), (".", "is not a file")):
        with pytest.raises(Refusal, match=why):
            replace_file(tmp_path / name, b"after")
    assert (tmp_path / "real").read_text() == "before"


def test_nothing_is_left_behind_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match=r"No space left on device: '.*/found.json'"):
        replace_file(tmp_path / "found.json", b"after")
    assert [*tmp_path.iterdir()] == []
