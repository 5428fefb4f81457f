"""Answers that are kept: the same as those that are worked out, and never trusted."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from roadmap.source import clock
from roadmap.workspace.cache import MOST, Cache, default_folder
from tests.cli.command import Answer, roadmap, write
from tests.reference import ROOT

ACME = str(ROOT / "plans" / "acme")
KEY = "0" * 64


def check(cache: Path, *argv: str, **environment: str) -> Answer:
    return roadmap("check", *argv, "--cache-dir", str(cache), environment=environment)


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "markdown"])
def test_a_remembered_answer_is_the_same_to_the_byte(tmp_path: Path, form: str) -> None:
    argv = (ACME, "--today", "2026-11-22", "--output-format", form)
    first = check(tmp_path / "cache", *argv)
    assert list((tmp_path / "cache").glob("*.json"))
    assert check(tmp_path / "cache", *argv) == first
    assert check(tmp_path / "cache", *argv, "--no-cache") == first
    assert first.status == 1


RENAMED = """\
projects:
  pim:
    was: [data-hub]
    tasks:
      plan: {duration: 1d, priority: could}
      feed: {duration: 1d, needs: [plan]}
      audit: {duration: 1d, needs: [plan]}
"""


def test_what_a_finding_is_known_by_is_remembered(tmp_path: Path) -> None:
    plans = write(tmp_path / "plans", {"roadmap.yaml": RENAMED})
    argv = (str(plans), "--today", "2026-11-22", "--output-format", "json")
    first = check(tmp_path / "cache", *argv)
    assert json.loads(first.out)["findings"][0]["items"] == ["pim/plan", "pim/feed", "pim/audit"]
    assert check(tmp_path / "cache", *argv) == first


def test_a_changed_file_another_day_and_other_options_are_answered_anew(tmp_path: Path) -> None:
    plans = write(tmp_path / "plans", {"roadmap.yaml": "projects: {x: {tasks: {a: {duration: 2d}}}}\n"})
    cache = tmp_path / "cache"
    assert check(cache, str(plans), "--today", "2027-02-01").status == 0
    write(plans, {"roadmap.yaml": "projects: {x: {tasks: {a: {durration: 2d}}}}\n"})
    assert check(cache, str(plans), "--today", "2027-02-01").status == 1
    assert check(cache, str(plans), "--today", "2027-02-02").status == 1
    assert check(cache, str(plans), "--today", "2027-02-02", "--ignore", "PF").status == 0


def test_an_answer_for_the_present_day_holds_for_that_day_where_the_workspace_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = write(tmp_path / "plans", {"roadmap.yaml": "roadmap: {timezone: Asia/Tokyo}\n"})
    days = {"Asia/Tokyo": dt.date(2027, 2, 1)}
    monkeypatch.setattr(clock, "today_in", lambda timezone: days[timezone])

    def told() -> str:
        answer = check(tmp_path / "cache", str(plans), "--output-format", "json")
        return json.loads(answer.out)["today"]

    assert [told(), told()] == ["2027-02-01", "2027-02-01"]
    days["Asia/Tokyo"] = dt.date(2027, 2, 2)
    assert [told(), told()] == ["2027-02-02", "2027-02-02"]


def test_nothing_is_kept_in_ci(tmp_path: Path) -> None:
    check(tmp_path / "cache", ACME, "--today", "2026-11-22", CI="true")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"roadmap 1\n{}", b"\xff" * 100])
def test_a_damaged_value_is_as_if_there_were_none(tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    argv = (ACME, "--today", "2026-11-22", "--output-format", "json")
    first = check(cache, *argv)
    for kept in cache.glob("*.json"):
        kept.write_bytes(damage)
    assert check(cache, *argv) == first


def test_a_value_of_another_shape_is_not_believed(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    argv = (ACME, "--today", "2026-11-22", "--output-format", "json")
    first = check(cache, *argv)
    for kept in cache.glob("*.json"):
        Cache(cache).put(
            kept.stem, {"findings": [["PF101"]], "suppressed": [], "items": 1, "today": "2026-11-22", "timezone": None}
        )
    assert check(cache, *argv) == first


def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").put(KEY, 1)
    assert Cache(tmp_path / "cache").get(KEY) == 1
    (tmp_path / "cache").chmod(0o777)
    assert Cache(tmp_path / "cache").get(KEY) is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, {"a": 1})
    kept = tmp_path / "cache" / f"{KEY}.json"
    kept.rename(tmp_path / "elsewhere.json")
    kept.symlink_to(tmp_path / "elsewhere.json")
    assert cache.get(KEY) is None


def test_a_place_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Cache(tmp_path / "file").put(KEY, 1)
    assert Cache(tmp_path / "file").get(KEY) is None


def test_a_cache_that_is_named_and_not_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    for name in ("file", "open"):
        answer = check(tmp_path / name, ACME, "--today", "2026-11-22")
        assert answer.status == 1
        assert answer.err == (
            f"roadmap: {tmp_path / name} is not used as a cache: "
            "it must be a folder of your own that nobody else may look into (mode 700)\n"
        )
    assert check(tmp_path / "new", ACME, "--today", "2026-11-22").err == ""
    assert list((tmp_path / "open").iterdir()) == []


def test_old_values_are_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    for number in range(MOST + 5):
        cache.put(f"{number:064x}", number)
    assert len(list((tmp_path / "cache").glob("*.json"))) == MOST


def test_large_values_do_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.workspace.cache.MOST_TOGETHER", 3000)
    cache = Cache(tmp_path / "cache")
    for number in range(5):
        cache.put(f"{number:064x}", "x" * 800)
        os.utime(tmp_path / "cache" / f"{number:064x}.json", (number, number))
    cache.put(KEY.replace("0", "f"), 1)
    assert [cache.get(f"{number:064x}") is not None for number in range(5)] == [False, False, True, True, True]


def test_what_a_process_was_killed_in_is_swept_up_later(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, 1)
    for name, age in (("old", 3 * 3600), ("young", 60)):
        begun = tmp_path / "cache" / f"{KEY}.{name}.new"
        begun.write_bytes(b"half")
        os.utime(begun, (begun.stat().st_mtime - age,) * 2)
    cache.put(KEY, 2)
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [f"{KEY}.json", f"{KEY}.young.new"]


def test_the_file_is_plain_data(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").put(KEY, {"a": 1})
    head, body = (tmp_path / "cache" / f"{KEY}.json").read_text().split("\n")
    assert head.startswith("roadmap 1 ")
    assert json.loads(body) == {"a": 1}


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/roadmap"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "linux", "/h/.cache/roadmap"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/roadmap"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/roadmap/Cache"),
    ],
)
def test_the_platform_says_where(environment: dict[str, str], platform: str, folder: str) -> None:
    assert default_folder(environment, platform) == Path(folder)


def test_nowhere_without_a_home() -> None:
    assert default_folder({}, "linux") is None
