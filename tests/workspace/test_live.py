"""A live plan keeps what was good."""

from __future__ import annotations

import datetime as dt
import threading
import time
from pathlib import Path

import pytest

from roadmap.source.disk import Workspace
from roadmap.workspace.live import LivePlan
from roadmap.workspace.watch import changes

TODAY = dt.date(2026, 11, 22)
GOOD = "projects: {p: {tasks: {t: {duration: 3d}}}}\n"


def test_the_newest_files_are_studied(tmp_path: Path) -> None:
    live = LivePlan(tmp_path, TODAY)
    (tmp_path / "a.yaml").write_text(GOOD)
    first = live.read()
    (tmp_path / "b.yaml").write_text("projects: {q: {tasks: {t: {duration: 3d}}}}\n")
    second = live.read()
    assert (first.revision, second.revision) == (1, 2)
    assert first.study is not None and second.study is not None
    assert list(first.study.plan.projects) == ["p"]
    assert list(second.study.plan.projects) == ["p", "q"]


@pytest.mark.parametrize("content", [b"projects: [\n", b"\xff\xfe\x00", b'a: "open\n'])
def test_a_broken_file_keeps_the_last_good_study(tmp_path: Path, content: bytes) -> None:
    live = LivePlan(tmp_path, TODAY)
    (tmp_path / "a.yaml").write_text(GOOD)
    good = live.read().study
    (tmp_path / "a.yaml").write_bytes(content)
    kept = live.read()
    assert kept.study is good
    assert not kept.fresh
    assert kept.broken[0].place.path == "a.yaml"
    (tmp_path / "a.yaml").write_text(GOOD)
    assert live.read().fresh


def test_a_mistake_in_a_value_is_no_broken_file(tmp_path: Path) -> None:
    live = LivePlan(tmp_path, TODAY)
    (tmp_path / "a.yaml").write_text(GOOD)
    live.read()
    (tmp_path / "a.yaml").write_text("projects: {p: {tasks: {t: {duration: 3 parsecs}}}}\n")
    assert live.read().fresh


def test_what_is_broken_from_the_start_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "b.yaml").write_text("projects: [\n")
    reading = LivePlan(tmp_path, TODAY).read()
    assert reading.fresh and reading.study is not None
    assert list(reading.study.plan.projects) == ["p"]
    assert [fault.place.path for fault in reading.broken] == ["b.yaml"]


def test_a_folder_that_is_gone_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert LivePlan(tmp_path / "no", TODAY).read().trouble.endswith("no is not there")

    def fails(root: Path) -> Workspace:
        raise PermissionError(13, "Permission denied", str(root))

    reading = LivePlan(tmp_path, TODAY, fails).read()
    assert reading.study is None
    assert reading.trouble.endswith("cannot be read: Permission denied")


def test_changes_of_plan_files_are_told_and_others_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    stop, told = threading.Event(), []

    def listen() -> None:
        told.extend(time.monotonic() for _ in changes(tmp_path, stop))

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        time.sleep(0.4)
        (tmp_path / "notes.txt").write_text("x")
        time.sleep(0.5)
        assert told == []
        saved = time.monotonic()
        (tmp_path / "a.yaml").write_text(f"# changed\n{GOOD}")
        while not told and time.monotonic() - saved < 5:
            time.sleep(0.02)
        assert told and told[0] - saved < 3  # a second, and a machine that has other work to do
    finally:
        stop.set()
        thread.join(5)
    assert not thread.is_alive()
