"""When a plan last changed: by its commits, by edits since, else by the times of its files."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from roadmap.source.revision import last_change

COMMITTED = dt.datetime(2027, 1, 10, 9, 0, tzinfo=dt.UTC)
EDITED = dt.datetime(2027, 1, 12, 9, 0, tzinfo=dt.UTC)


def write(path: Path, text: str, when: dt.datetime) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    os.utime(path, (when.timestamp(), when.timestamp()))


def git(root: Path, *arguments: str, when: dt.datetime = COMMITTED) -> None:
    date = f"{int(when.timestamp())} +0100"
    identity = {f"GIT_{who}_{what}": "a@plan.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), **identity}
    subprocess.run(
        ["git", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        env={**environment, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a plan in a folder, committed on 10 January, and a later commit elsewhere."""
    git(tmp_path, "init", "-q")
    write(tmp_path / "plans" / "roadmap.yaml", "roadmap: {}\n", EDITED)
    write(tmp_path / "plans" / "a" / "ü.yaml", "teams: {}\n", EDITED)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "plan")
    write(tmp_path / "code.py", "", EDITED)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "code", when=EDITED)
    return tmp_path / "plans"


def texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*.yaml")}


def test_the_last_commit_that_touched_the_folder(repository: Path) -> None:
    assert last_change(repository, texts(repository)) == COMMITTED


def test_an_edit_since_counts_with_the_time_of_its_file(repository: Path) -> None:
    later = EDITED + dt.timedelta(hours=3)
    write(repository / "a" / "ü.yaml", "teams: {web: {}}\n", later)
    assert last_change(repository, texts(repository)) == later


def test_a_new_file_counts_with_its_time(repository: Path) -> None:
    later = EDITED + dt.timedelta(hours=3)
    write(repository / "new.yaml", "teams: {}\n", later)
    assert last_change(repository, texts(repository)) == later


def test_other_line_ends_in_the_checkout_are_no_edit(repository: Path) -> None:
    write(repository / "roadmap.yaml", "roadmap: {}\r\n", EDITED)
    assert last_change(repository, texts(repository)) == COMMITTED


def test_without_git_the_newest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "roadmap.yaml", "", COMMITTED)
    write(tmp_path / "b.yaml", "", EDITED)
    assert last_change(tmp_path, texts(tmp_path)) == EDITED
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_change(tmp_path, texts(tmp_path)) == EDITED


def test_a_repository_without_a_commit_of_the_plan(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "roadmap.yaml", "", EDITED)
    assert last_change(tmp_path, texts(tmp_path)) == EDITED


def test_no_files_at_all(tmp_path: Path) -> None:
    assert last_change(tmp_path, {}) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_settings_of_a_repository_start_no_program(repository: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "filter.x.clean", "diff.x.textconv"):
        git(tmp_path, "config", name, str(trap))
    git(tmp_path, "config", "log.showSignature", "true")
    write(tmp_path / ".gitattributes", "*.yaml filter=x diff=x\n", EDITED)
    write(repository / "roadmap.yaml", "roadmap: {version: 1}\n", EDITED)
    assert last_change(repository, texts(repository)) == EDITED
    assert not (tmp_path / "sprung").exists()
