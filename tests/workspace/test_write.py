"""Files are written all or none, and only over what was read, whatever ends the process in between."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmap.workspace.journal import UnfinishedError, settle
from roadmap.workspace.write import WriteError, finish_earlier, write
from tests.cli.command import SOURCE
from tests.workspace import killed

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


def test_files_stay_with_whom_they_belong_to(root: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only the superuser writes to the files of others and could take them away")
    os.chown(root / "a.yaml", 12345, 12345)
    write(root, BEFORE, AFTER)
    assert ((root / "a.yaml").stat().st_uid, (root / "b" / "c.yaml").stat().st_uid) == (12345, 0)


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

    def failing(source: Path, target: Path) -> None:
        if target.name == "c.yaml":
            raise OSError(28, "No space left on device", str(source), None, str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(WriteError, match=r"/b/c\.yaml: No space left on device; no file was changed"):
        write(root, BEFORE, AFTER)
    assert held(root) == BEFORE


def test_who_interrupts_finds_the_files_as_they_were(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if target.name == "c.yaml":
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(root, BEFORE, AFTER)
    assert held(root) == BEFORE


def test_a_file_that_is_saved_while_others_are_written_stops_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def saving(source: Path, target: Path) -> None:
        if target.name == "a.yaml" and source.name.endswith(".after"):
            (root / "b" / "c.yaml").write_text("c: saved\n")
        replace(source, target)

    monkeypatch.setattr(os, "replace", saving)
    with pytest.raises(WriteError, match=r"b/c\.yaml was changed at the same time: .* no file was changed"):
        write(root, BEFORE, AFTER)
    assert held(root) == {"a.yaml": BEFORE["a.yaml"], "b/c.yaml": "c: saved\n"}


def test_a_file_that_nobody_may_write_to_stops_all(root: Path) -> None:
    (root / "b" / "c.yaml").chmod(0o444)
    with pytest.raises(WriteError, match=r"b/c\.yaml must not be written to; no file was changed"):
        write(root, BEFORE, AFTER)
    assert held(root) == BEFORE


def test_what_is_not_a_file_any_more_stops_all_and_is_not_waited_for(root: Path) -> None:
    (root / "b" / "c.yaml").unlink()
    os.mkfifo(root / "b" / "c.yaml")
    with pytest.raises(WriteError, match=r"b/c\.yaml has changed since it was read"):
        write(root, BEFORE, AFTER)
    assert held(root) == {"a.yaml": BEFORE["a.yaml"]}


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from roadmap.workspace.write import WriteError, write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
try:
    before = {"a.yaml": "a: 1\\r\\n", "b/c.yaml": "\\ufeffc: 1\\n"}
    write(Path(sys.argv[1]), before, {"a.yaml": "a", "b/c.yaml": "c" * 9_000})
except WriteError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_changes_no_file(root: Path) -> None:
    """The limit on the size of files is the system's: what is written beyond it fails in the middle."""
    assert run("-c", FULL_DISK, str(root)) == ["File too large; no file was changed"]
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


# A process that is killed


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("what", ["write", "finish"])
def test_wherever_a_process_is_killed_all_files_are_written_or_none(tmp_path: Path, what: str, step: int) -> None:
    runs = [
        json.loads(line) for line in run(str(Path(__file__).with_name("killed.py")), str(tmp_path), what, str(step))
    ]
    before = {path: [text, 0o640] for path, text in killed.BEFORE.items()}
    after = {path: [text, 0o640] for path, text in killed.AFTER.items()}
    for one in runs:
        # At every moment each file is whole: what it was, or what it is to be.
        assert all(one["left"].get(path) in (before[path], after[path]) for path in before)
        assert one["now"] in (before, after)
    assert [one["killed"] for one in runs] == [True] * (len(runs) - 1) + [False]
    halfway = [one for one in runs if {path: one["left"][path] for path in before} not in (before, after)]
    assert len(halfway) > 1
    told = "finished what an earlier command was stopped in while it wrote a.yaml, b/c.yaml and d.yaml"
    assert all((one["now"], one["told"]) == (after, told) for one in halfway)


@pytest.fixture
def stopped(root: Path) -> Path:
    """A workspace in which a process was killed between its two files."""
    run("-c", KILLED, str(root), succeeds=False)
    assert held(root)["a.yaml"] == AFTER["a.yaml"]
    assert held(root)["b/c.yaml"] == BEFORE["b/c.yaml"]
    return root


KILLED = """
import os, signal, sys
from pathlib import Path
from roadmap.workspace.write import write
def die(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("c.yaml"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(die)
before = {"a.yaml": "a: 1\\r\\n", "b/c.yaml": "\\ufeffc: 1\\n"}
write(Path(sys.argv[1]), before, {path: text.replace("1", "2") for path, text in before.items()})
"""


def test_the_next_writer_finishes_first(stopped: Path) -> None:
    newest = {path: text.replace("2", "3") for path, text in AFTER.items()}
    write(stopped, AFTER, newest)
    assert held(stopped) == newest


def test_what_a_person_changed_meanwhile_is_not_touched(stopped: Path) -> None:
    (stopped / "b" / "c.yaml").write_text("c: mine\n")
    told = finish_earlier(stopped)
    assert told == (
        f"an earlier command was stopped while it wrote, and changes were made since (b/c.yaml): {stopped}/"
        ".roadmap-writing holds the texts from before and after; see that the plan is right, then delete that folder"
    )
    with pytest.raises(WriteError, match="changes were made since"):
        write(stopped, {"a.yaml": AFTER["a.yaml"]}, {"a.yaml": "a: 4\n"})
    left = held(stopped)
    assert (left["a.yaml"], left["b/c.yaml"]) == (AFTER["a.yaml"], "c: mine\n")
    assert left[".roadmap-writing/2-c.yaml.before"] == BEFORE["b/c.yaml"]
    assert left[".roadmap-writing/2-c.yaml.after"] == AFTER["b/c.yaml"]


def test_who_put_the_files_back_is_not_overruled(stopped: Path) -> None:
    (stopped / "a.yaml").write_bytes(BEFORE["a.yaml"].encode())
    assert finish_earlier(stopped) == "an earlier command was stopped before it changed a file: start it again"
    assert held(stopped) == BEFORE


def test_a_copy_that_is_damaged_is_not_used(stopped: Path) -> None:
    (stopped / ".roadmap-writing" / "2-c.yaml.after").write_text("c: 5\n")
    assert "what it was to write is damaged (b/c.yaml)" in str(finish_earlier(stopped))
    assert held(stopped)["b/c.yaml"] == BEFORE["b/c.yaml"]


def test_nothing_is_done_while_another_command_writes(stopped: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    folder = os.open(stopped, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        assert finish_earlier(stopped) is None
    finally:
        os.close(folder)
    assert held(stopped)["b/c.yaml"] == BEFORE["b/c.yaml"]
    assert "finished" in str(finish_earlier(stopped))


def test_where_there_are_no_locks_a_young_journal_is_left_alone(stopped: Path) -> None:
    with pytest.raises(UnfinishedError, match=r"is writing to .*, or was stopped in that just now: wait a minute"):
        settle(stopped, held=False)
    assert held(stopped)["b/c.yaml"] == BEFORE["b/c.yaml"]
    an_hour_ago = time.time() - 3600
    os.utime(stopped / ".roadmap-writing", (an_hour_ago, an_hour_ago))
    assert "finished" in str(settle(stopped, held=False))


def test_a_folder_that_git_checked_out_is_not_looked_into(stopped: Path) -> None:
    (stopped / ".roadmap-writing").chmod(0o755)
    assert "is not of your commands" in str(finish_earlier(stopped))
    assert held(stopped)["b/c.yaml"] == BEFORE["b/c.yaml"]


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "../a.yaml"}, {"path": "/tmp/a.yaml"}, {"path": ".git/a.yaml"}, {"path": "link/a.yaml"},
        {"path": "run.sh"}, {"path": 1}, {"path": None}, {"copy": "../a"}, {"copy": []},
    ],
)  # fmt: skip
def test_a_list_that_leads_elsewhere_is_not_followed(stopped: Path, changes: dict[str, object]) -> None:
    (stopped / "link").symlink_to("b")
    journal = stopped / ".roadmap-writing" / "journal.json"
    document = json.loads(journal.read_text("utf-8"))
    document["files"][1].update(changes)
    journal.write_text(json.dumps(document), "utf-8")
    before = held(stopped)
    assert f"{stopped}/.roadmap-writing is damaged" in str(finish_earlier(stopped))
    assert held(stopped) == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "files": []}', '{"version": 1, "files": [1]}', "[" * 9_999]
)
def test_a_list_that_is_none_is_told(stopped: Path, text: str) -> None:
    (stopped / ".roadmap-writing" / "journal.json").write_text(text, "utf-8")
    assert "is damaged" in str(finish_earlier(stopped))


def test_a_link_in_place_of_the_folder_is_not_followed(root: Path) -> None:
    (root / ".roadmap-writing").symlink_to("b")
    assert "is not of your commands" in str(finish_earlier(root))
    with pytest.raises(WriteError, match="no file was changed"):
        write(root, BEFORE, AFTER)
    assert held(root) == {**BEFORE}


def run(*arguments: str, succeeds: bool = True) -> list[str]:
    """The lines that a Python process prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        timeout=120,
        check=False,
    )
    assert (done.returncode == 0) is succeeds, done.stderr
    return done.stdout.splitlines()
