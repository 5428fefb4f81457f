"""A workspace is found and read whatever lies on the disk: nothing blocks, nothing raises, nothing is passed over."""

from __future__ import annotations

import os
import socket
import stat
import time
from pathlib import Path

import pytest

from roadmap.source import disk, listing
from roadmap.source.disk import Workspace, WorkspaceError, decode, find_root, overlay, read


def write(root: Path, **files: str) -> Path:
    """Files by name; `__` stands for `/` and the suffix is added."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def told(workspace: Workspace) -> list[tuple[str, str, int, int]]:
    """Kind, path, line and column of each fault."""
    return [(fault.kind, *fault.place[:3]) for fault in workspace.faults]


def the_message(workspace: Workspace) -> str:
    (fault,) = workspace.faults
    return fault.message


# Finding the root


def test_the_nearest_root_upward_is_meant(tmp_path: Path) -> None:
    write(tmp_path, roadmap="", outer__roadmap="", outer__teams__web="")
    assert find_root(tmp_path / "outer" / "teams" / "web.yaml") == tmp_path / "outer"
    assert find_root(tmp_path / "outer" / "teams") == tmp_path / "outer"
    assert find_root(tmp_path) == tmp_path


def test_a_folder_without_settings_is_a_workspace(tmp_path: Path) -> None:
    write(tmp_path, plans__a="")
    assert find_root(tmp_path / "plans") == tmp_path / "plans"
    assert find_root(tmp_path / "plans" / "a.yaml") == tmp_path / "plans"


def test_a_relative_path_is_taken_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, roadmap="", a__b="")
    monkeypatch.chdir(tmp_path / "a")
    assert find_root(Path()) == tmp_path
    assert find_root(Path("../a/b.yaml")) == tmp_path


def test_a_folder_with_workspaces_below_names_them(tmp_path: Path) -> None:
    write(tmp_path, acme__roadmap="", acme__a="", big__team__roadmap="")
    with pytest.raises(WorkspaceError) as error:
        find_root(tmp_path)
    assert str(error.value) == (
        f"{tmp_path} holds no plan files but in workspaces of their own: "
        f"name one of them ({tmp_path}/acme, {tmp_path}/big/team)"
    )


def test_what_does_not_exist_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"^there is no file or folder .*nowhere$"):
        find_root(tmp_path / "nowhere")


# Listing


def test_all_plan_files_are_read_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, roadmap="r", b="b", a__c="c", a__b__d="d")
    (tmp_path / "e.yml").write_text("e")
    (tmp_path / "notes.md").write_text("n")
    workspace = read(tmp_path)
    assert list(workspace.texts.items()) == [
        ("a/b/d.yaml", "d"),
        ("a/c.yaml", "c"),
        ("b.yaml", "b"),
        ("e.yml", "e"),
        ("roadmap.yaml", "r"),
    ]
    assert (workspace.root, workspace.faults) == (tmp_path, ())


def test_hidden_files_and_folders_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, a="")
    write(tmp_path / ".git", b="")
    (tmp_path / ".hidden.yaml").write_text("")
    assert list(read(tmp_path).texts) == ["a.yaml"]


def test_a_nested_workspace_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, a="", sub__roadmap="", sub__b="", sub__deep__c="", other__d="")
    assert list(read(tmp_path).texts) == ["a.yaml", "other/d.yaml"]


@pytest.mark.parametrize(
    "settings",
    [
        'roadmap:\n  exclude: ["archive/**", "*.draft.yaml"]\n',
        "roadmap: {title: x, exclude: ['archive/**', '*.draft.yaml']}\n",
        "campaigns: {}\n'roadmap':\n  exclude:\n  - archive\n  - '*.draft.yaml'\n",
        "roadmap:\n  exclude: [archive, '*.draft.yaml']\n\ncampaigns: [broken\n",
        "\ufeffroadmap:\r\n  # why\r\n\r\n  exclude: [archive, '*.draft.yaml']\r\nteams: 'x\r\n",
    ],
)
def test_the_settings_exclude_files_even_when_the_rest_of_them_is_broken(tmp_path: Path, settings: str) -> None:
    write(tmp_path, roadmap=settings, archive__old__b="", archive__c="", kept__archive__d="")
    (tmp_path / "a.draft.yaml").write_text("")
    assert list(read(tmp_path).texts) == ["kept/archive/d.yaml", "roadmap.yaml"]


@pytest.mark.parametrize("settings", ["roadmap: {exclude: archive}\n", "roadmap:\n  exclude: archive/\n"])
def test_one_exclusion_needs_no_list(tmp_path: Path, settings: str) -> None:
    write(tmp_path, roadmap=settings, archive__b="")
    assert list(read(tmp_path).texts) == ["roadmap.yaml"]


@pytest.mark.parametrize(
    "settings", ["exclude: [a]\n", "roadmap: {exclude: {a: b}}\n", "roadmap: {exclude: null}\n", "["]
)
def test_exclusions_that_cannot_be_read_exclude_nothing(tmp_path: Path, settings: str) -> None:
    write(tmp_path, roadmap=settings, a="")
    assert list(read(tmp_path).texts) == ["a.yaml", "roadmap.yaml"]


def test_exclusions_may_be_given(tmp_path: Path) -> None:
    write(tmp_path, roadmap="roadmap: {exclude: [a.yaml]}", a="", b="")
    assert list(read(tmp_path, ["b.yaml"]).texts) == ["a.yaml", "roadmap.yaml"]


def test_an_empty_workspace_is_told(tmp_path: Path) -> None:
    workspace = read(tmp_path)
    assert (workspace.texts, told(workspace)) == ({}, [("empty-workspace", ".", 1, 1)])


@pytest.mark.parametrize("name", ["a\nb.yaml", "a\x1b[31m.yaml", "a\u202eb.yaml", os.fsdecode(b"a\xff.yaml")])
def test_a_name_that_cannot_be_shown_is_told_without_showing_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    workspace = read(tmp_path)
    (fault,) = workspace.faults
    assert (fault.kind, workspace.texts) == ("unreadable", {})
    assert fault.place.path.isprintable()
    assert "rename" in fault.message


def test_a_name_in_any_script_is_fine(tmp_path: Path) -> None:
    write(tmp_path, **{"Frühjahr 2027 – 春 🎉": "x"})
    assert list(read(tmp_path).texts) == ["Frühjahr 2027 – 春 🎉.yaml"]


def test_a_folder_named_like_a_plan_file_is_told(tmp_path: Path) -> None:
    write(tmp_path, a="")
    (tmp_path / "x.yaml").mkdir()
    workspace = read(tmp_path)
    assert (list(workspace.texts), told(workspace)) == (["a.yaml"], [("unreadable", "x.yaml", 1, 1)])


def test_folders_in_folders_are_read_to_a_bound(tmp_path: Path) -> None:
    write(tmp_path, **{"__".join(["d"] * 50 + ["a"]): "", "__".join(["e"] * 51 + ["b"]): ""})
    workspace = read(tmp_path)
    assert list(workspace.texts) == ["d/" * 50 + "a.yaml"]
    assert told(workspace) == [("too-large", "/".join(["e"] * 51), 1, 1)]


def test_too_many_files_are_one_fault_and_none_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_FILES", 3)
    write(tmp_path, a="", b="", c="", d__e="")
    workspace = read(tmp_path)
    assert (workspace.texts, told(workspace)) == ({}, [("too-large", ".", 1, 1)])


def test_too_many_other_files_are_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_ENTRIES", 3)
    for name in "abcd":
        (tmp_path / name).write_text("")
    assert "is this the folder" in the_message(read(tmp_path))


# Links


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "plans", a="")
    write(tmp_path / "elsewhere", secret="password: x")
    (root / "b.yaml").symlink_to(tmp_path / "elsewhere" / "secret.yaml")
    (root / "folder").symlink_to(tmp_path / "elsewhere")
    (root / "passwd.yaml").symlink_to("/etc/passwd")
    workspace = read(root)
    assert list(workspace.texts) == ["a.yaml"]
    assert told(workspace) == [("unreadable", name, 1, 1) for name in ("b.yaml", "folder", "passwd.yaml")]


def test_a_folder_whose_name_only_begins_like_the_root_is_out_of_it(tmp_path: Path) -> None:
    root = write(tmp_path / "plans", a="")
    write(tmp_path / "plans-old", b="")
    (root / "old").symlink_to(tmp_path / "plans-old")
    assert told(read(root)) == [("unreadable", "old", 1, 1)]


@pytest.mark.parametrize("target", [".", "..", "loop", "../sub/loop"])
def test_a_link_that_leads_back_is_told_and_ends(tmp_path: Path, target: str) -> None:
    root = write(tmp_path, roadmap="", sub__a="")
    (root / "sub" / "loop").symlink_to(target)
    workspace = read(root)
    assert list(workspace.texts) == ["roadmap.yaml", "sub/a.yaml"]
    assert told(workspace)[:1] == [("unreadable", "sub/loop", 1, 1)]


def test_what_a_link_within_the_workspace_leads_to_is_read_once(tmp_path: Path) -> None:
    root = write(tmp_path, a="a", sub__b="b")
    (root / "copy.yaml").symlink_to(root / "a.yaml")
    (root / "again").symlink_to(root / "sub")
    workspace = read(root)
    assert (list(workspace.texts), workspace.faults) == (["a.yaml", "sub/b.yaml"], ())


def test_a_link_to_a_hidden_file_within_the_workspace_is_read(tmp_path: Path) -> None:
    root = write(tmp_path, a="a")
    write(tmp_path / ".shared", teams="t")
    (root / "teams.yaml").symlink_to(root / ".shared" / "teams.yaml")
    assert read(root).texts == {"a.yaml": "a", "teams.yaml": "t"}


def test_a_link_to_nothing_is_told_where_a_plan_file_is_meant(tmp_path: Path) -> None:
    root = write(tmp_path, a="")
    (root / "b.yaml").symlink_to("gone.yaml")
    (root / "c").symlink_to("gone")
    assert told(read(root)) == [("unreadable", "b.yaml", 1, 1)]


def test_a_root_that_is_itself_reached_by_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path / "real", roadmap="", a="")
    (tmp_path / "link").symlink_to("real")
    workspace = read(find_root(tmp_path / "link"))
    assert (list(workspace.texts), workspace.faults) == (["a.yaml", "roadmap.yaml"], ())


# Reading


def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    os.mkfifo(tmp_path / "roadmap.yaml")
    began = time.monotonic()
    workspace = read(find_root(tmp_path))
    assert time.monotonic() - began < 2
    assert told(workspace) == [("unreadable", "a.yaml", 1, 1), ("unreadable", "roadmap.yaml", 1, 1)]
    assert workspace.faults[0].message == "This is a named pipe, not a file, and was not opened."


def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.yaml")
        assert the_message(read(tmp_path)) == "This is a socket, not a file, and was not opened."


def test_a_device_is_told(tmp_path: Path) -> None:
    try:
        os.mknod(tmp_path / "a.yaml", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except OSError:
        pytest.skip("making a device needs rights that are not given here")
    assert the_message(read(tmp_path)) == "This is a device, not a file, and was not opened."


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    write(tmp_path, a="", b="")
    (tmp_path / "a.yaml").chmod(0)
    workspace = read(tmp_path)
    assert list(workspace.texts) == ["b.yaml"]
    assert the_message(workspace) == "This file cannot be read: permission denied."


def test_a_large_file_is_told_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(200_000_000)
    began = time.monotonic()
    workspace = read(tmp_path)
    assert time.monotonic() - began < 1
    assert told(workspace) == [("too-large", "a.yaml", 1, 1)]
    assert the_message(workspace) == "This file has 200 MB, and a plan file may have at most 20 MB: split it."


def test_a_workspace_has_a_bound_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MAX_TOTAL_BYTES", 10)
    workspace = read(write(tmp_path, a="123456", b="123456"))
    assert (workspace.texts, told(workspace)) == ({}, [("too-large", ".", 1, 1)])


def test_a_file_whose_size_is_not_known_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_size(descriptor: int) -> os.stat_result:
        """As of a file that grows while it is read, or that a system tells of without looking at it."""
        found = os.stat(descriptor)
        return os.stat_result([*found[:6], 0, *found[7:10]])

    monkeypatch.setattr(os, "fstat", without_size)
    text = "# " + 100_000 * "a"
    assert read(write(tmp_path, a=text, b="b: 1")).texts == {"a.yaml": text, "b.yaml": "b: 1"}


def test_a_file_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a="", b="")
    monkeypatch.setattr(disk, "list_files", lambda *_: listing.Listing(["a.yaml", "gone.yaml"], [], []))
    workspace = read(tmp_path)
    assert (list(workspace.texts), told(workspace)) == (["a.yaml"], [("unreadable", "gone.yaml", 1, 1)])
    assert the_message(workspace) == "This file was deleted while the workspace was read: check again."


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("a: 1\nb: Frühjahr\n".encode("latin-1"), (2, 6), 'perhaps "ü" in Windows-1252'),
        ("é: 1\r\né: ".encode() + b"\x80", (2, 4), 'the byte 0x80 stands here, perhaps "€" in Windows-1252'),
        (b"\x81", (1, 1), "the byte 0x81 stands here. Save"),
        ("a: 1\n".encode("utf-16"), (1, 1), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", (1, 1), "not a text file"),
        (b"a: \xed\xa0\x80", (1, 4), "0xED"),
    ],
)
def test_what_is_not_utf_8_is_told_at_its_first_wrong_byte(
    tmp_path: Path, content: bytes, place: tuple[int, int], message: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    workspace = read(tmp_path)
    assert (workspace.texts, told(workspace)) == ({}, [("encoding", "a.yaml", *place)])
    assert message in the_message(workspace)


def test_line_ends_and_a_byte_order_mark_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r")
    assert read(tmp_path).texts == {"a.yaml": "\ufeffa: 1\r\nb: 2\r"}


# Overlay


def test_an_overlay_replaces_a_file_or_adds_one_in_order() -> None:
    workspace = Workspace(Path("/w"), {"a.yaml": "1", "c.yaml": "3"}, ())
    assert overlay(workspace, "a.yaml", "x").texts == {"a.yaml": "x", "c.yaml": "3"}
    assert list(overlay(workspace, "b.yaml", "2").texts) == ["a.yaml", "b.yaml", "c.yaml"]
    assert workspace.texts == {"a.yaml": "1", "c.yaml": "3"}


def test_an_overlay_mends_what_was_wrong_with_the_file_and_with_an_empty_workspace(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    assert overlay(read(tmp_path), "a.yaml", "x").faults == ()
    (tmp_path / "a.yaml").unlink()
    assert overlay(read(tmp_path), "b.yaml", "x").faults == ()


def test_bytes_that_are_no_text_are_an_empty_text_and_a_fault() -> None:
    assert decode("a.yaml", "é".encode()) == ("é", ())
    text, faults = decode("a.yaml", b"a: \xff")
    assert (text, [(fault.kind, fault.place[:3]) for fault in faults]) == ("", [("encoding", ("a.yaml", 1, 4))])
