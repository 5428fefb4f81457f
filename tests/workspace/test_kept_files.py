"""Files that were parsed are kept for the next run: it parses what has changed, and finds what it would find anyway."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import roadmap.workspace.kept_files as module
from roadmap.source.load import Document, parse
from roadmap.workspace.cache import Cache
from roadmap.workspace.kept_files import KeptFiles
from tests.cli.command import process
from tests.reference import ROOT
from tests.source.test_kept import whole

TEXTS = {
    "campaigns.yaml": "campaigns: {sale: {title: 'The sale', launch: 2027-03-15}}\n",
    "empty.yaml": "# later\n",
    "teams.yaml": "teams: {web: {}}\n",
}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are parsed."""
    paths: list[str] = []

    def telling(path: str, text: str) -> Document:
        paths.append(path)
        return parse(path, text)

    monkeypatch.setattr(module, "parse", telling)
    return paths


def documents(folder: Path, texts: dict[str, str], root: str = "plans") -> dict[str, Document]:
    return KeptFiles(Cache(folder / "cache"), folder / root).documents(texts)


def value(folder: Path) -> Path:
    (found,) = (folder / "cache").glob("*.json")
    return found


def test_only_what_has_changed_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    documents(tmp_path, TEXTS)
    assert parsed == ["campaigns.yaml", "empty.yaml", "teams.yaml"]
    parsed.clear()
    changed = {**TEXTS, "teams.yaml": "teams: {web: {}, shop: {}}\n"}
    found = documents(tmp_path, changed)
    assert parsed == ["teams.yaml"]
    assert {path: whole(document.root) for path, document in found.items()} == {
        path: whole(parse(path, text).root) for path, text in changed.items()
    }
    parsed.clear()
    documents(tmp_path, changed)
    assert parsed == []


def test_a_file_that_was_moved_or_copied_is_known_by_its_text(tmp_path: Path, parsed: list[str]) -> None:
    documents(tmp_path, TEXTS)
    parsed.clear()
    text = TEXTS["teams.yaml"]
    found = documents(tmp_path, {"a/teams.yaml": text, "b/teams.yaml": text})
    assert parsed == []
    for path in ("a/teams.yaml", "b/teams.yaml"):
        root = found[path].root
        assert root is not None
        assert root.keys["teams"].place == (path, 1, 1, 1, 6)


def test_a_file_with_a_fault_is_parsed_each_time_and_keeps_its_fault(tmp_path: Path, parsed: list[str]) -> None:
    broken = {**TEXTS, "broken.yaml": "teams: {web: {}\n"}
    first = documents(tmp_path, broken)
    parsed.clear()
    again = documents(tmp_path, broken)
    assert parsed == ["broken.yaml"]
    assert again["broken.yaml"].faults == first["broken.yaml"].faults != ()


def test_all_is_written_anew_where_many_files_have_changed(tmp_path: Path, parsed: list[str]) -> None:
    texts = {f"{number:02}.yaml": f"teams: {{web-{number}: {{}}}}\n" for number in range(32)}
    documents(tmp_path, texts)
    written = value(tmp_path).stat().st_mtime_ns
    few = {**texts, "00.yaml": "teams: {a: {}}\n", "01.yaml": "teams: {b: {}}\n"}
    documents(tmp_path, few)
    assert value(tmp_path).stat().st_mtime_ns == written
    documents(tmp_path, {**few, "02.yaml": "teams: {c: {}}\n"})
    parsed.clear()
    documents(tmp_path, {**few, "02.yaml": "teams: {c: {}}\n"})
    assert parsed == []


def test_what_no_file_holds_any_more_is_forgotten(tmp_path: Path) -> None:
    documents(tmp_path, TEXTS)
    documents(tmp_path, {"teams.yaml": "teams: {shop: {}}\n"})
    _, *lines = value(tmp_path).read_text().split("\n")
    assert [json.loads(line)[1][0] for line in lines] == [{"teams": {"shop": {}}}]


def test_each_workspace_has_its_own(tmp_path: Path, parsed: list[str]) -> None:
    documents(tmp_path, TEXTS)
    documents(tmp_path, {"other.yaml": "teams: {x: {}}\n"}, root="others")
    parsed.clear()
    documents(tmp_path, TEXTS)
    assert parsed == []


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\n\n", b"\xff" * 200, b'["' + b"0" * 64 + b'",[1]]'])
def test_what_is_damaged_is_parsed_anew(tmp_path: Path, body: bytes) -> None:
    expected = documents(tmp_path, TEXTS)
    Cache(tmp_path / "cache").write(value(tmp_path).stem, body)
    found = documents(tmp_path, TEXTS)
    assert {path: whole(document.root) for path, document in found.items()} == {
        path: whole(document.root) for path, document in expected.items()
    }


def test_one_file_that_is_kept_in_another_shape_is_parsed_anew(tmp_path: Path, parsed: list[str]) -> None:
    documents(tmp_path, TEXTS)
    kept = value(tmp_path)
    body = kept.read_bytes().split(b"\n", 1)[1]
    Cache(tmp_path / "cache").write(kept.stem, body.replace(b'{"web":{}}', b'{"web":{},"shop":{}}'))
    parsed.clear()
    root = documents(tmp_path, TEXTS)["teams.yaml"].root
    assert parsed == ["teams.yaml"]
    assert root is not None
    assert whole(root) == whole(parse("teams.yaml", TEXTS["teams.yaml"]).root)


def test_a_run_over_kept_files_says_what_any_other_says(tmp_path: Path) -> None:
    plans = Path(shutil.copytree(ROOT / "plans" / "acme", tmp_path / "acme"))
    check = ("check", str(plans), "--today", "2026-11-22", "--profile", "strict", "--output-format", "json")
    kept = ("--cache-dir", str(tmp_path / "cache"))
    process(*check, *kept, CI="")
    for path in sorted(plans.rglob("*.yaml"))[:3]:
        path.write_text("# A line above all others.\n" + path.read_text("utf-8").replace("5d", "9d"), "utf-8")
        expected = process(*check, "--no-cache")
        assert process(*check, *kept, CI="").stdout == expected.stdout
        assert expected.returncode == 1
