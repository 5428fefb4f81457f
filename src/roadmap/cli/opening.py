"""Which workspace a command is about, and the study of it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal
from roadmap.source.parsed import ParsedFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roadmap.source.disk import Workspace
    from roadmap.study import Study

ROOT = "roadmap.yaml"
STDIN = "-"

_PLAN_FILES = "they are called *.yaml or *.yml, are not hidden, and are not left out by the setting `exclude`"

PARSED = ParsedFiles()
"""Of the workspace that this process is about: `--watch`, `--fix` and `--baseline` study it more than once."""

_kept: list[Study] = []
"""The last study: a process ends sooner where nobody takes a large plan to pieces."""


def open_study(arguments: argparse.Namespace) -> Study:
    """The study of the workspace that ``--plans`` names, or that the present folder lies in."""
    return study(arguments, workspace(arguments))


def study(arguments: argparse.Namespace, read: Workspace) -> Study:
    """The study of a workspace as of ``--today``."""
    from roadmap.study import Study

    _kept[:] = [Study(read, arguments.today, PARSED)]
    return _kept[0]


def workspace(arguments: argparse.Namespace, paths: Sequence[Path] = ()) -> Workspace:
    """Read the workspace that ``--plans`` names, else that of the first path, else that of the present folder.

    The path of a file that is not written yet means the workspace that it would lie in.
    """
    from roadmap.source.disk import read

    return read(root(arguments, paths))


def root(arguments: argparse.Namespace, paths: Sequence[Path] = ()) -> Path:
    """The root of the workspace that ``workspace`` reads. What a command was stopped in while it wrote there is
    finished first."""
    from roadmap.workspace import WRITING

    found = _found(arguments, paths)
    if os.path.lexists(found / WRITING):
        from roadmap.workspace.write import finish_earlier

        told = finish_earlier(found)
        if told is not None:
            arguments.say(f"roadmap: {told}")
    return found


def _found(arguments: argparse.Namespace, paths: Sequence[Path]) -> Path:
    from roadmap.source.disk import find_root

    with _refusing():
        if arguments.plans is not None:
            return find_root(Path(arguments.plans))
        if not paths:
            return find_root(_nearest(Path.cwd()))
        return find_root(next(place for place in (paths[0], *paths[0].absolute().parents) if place.exists()))


def note_missing_root(read: Workspace, console: Console) -> None:
    """Say so where no file marks the workspace: then files may count as plans that nobody meant."""
    if read.texts and ROOT not in read.texts and not (read.root / ROOT).exists():
        console.say(f"roadmap: no {ROOT} here or above: every YAML file below {read.root} is read as a plan")


def overlaid(read: Workspace, path: str, content: bytes) -> Workspace:
    """The workspace as it would be if a file of it had other content."""
    from roadmap.source.disk import decode, overlay

    text, faults = decode(path, content)
    laid = overlay(read, path, text)
    return laid._replace(faults=(*laid.faults, *faults))


def inside(read: Workspace, path: Path) -> str:
    """A path relative to the workspace, with ``/``. Raises ``Refusal`` where it lies elsewhere."""
    try:
        named = Path(os.path.relpath(path, read.root)).as_posix()
        if named in read.texts:  # it may be a link by which another file was read
            return named
        return path.resolve().relative_to(read.root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        raise Refusal(f"{path} is not in the workspace {read.root}: check one workspace at a time") from None


def note_left_out(read: Workspace, path: Path, name: str, console: Console) -> None:
    """Say so where ``path``, which is ``name`` in the workspace, is no part of the plan: nothing is found there."""
    from roadmap.source.disk import is_plan_file

    if not path.is_dir():
        if not is_plan_file(name, read):
            console.say(f"roadmap: {path} is no part of the plan: {_PLAN_FILES}")
    elif name != "." and not any(file.startswith(f"{name}/") for file in read.texts) and not read.faults:
        console.say(f"roadmap: there is no plan file in {path}: {_PLAN_FILES}")


def alone(content: bytes) -> Workspace:
    """A workspace of one file without a name."""
    from roadmap.source.disk import Workspace

    return overlaid(Workspace(Path.cwd(), {}, ()), STDIN, content)


def note_faults(study: Study, console: Console) -> None:
    """Say that a plan could not be read as meant, where a command goes on with the rest of it."""
    if study.faults:
        from roadmap.checks.wording import counted

        places = counted(len(study.faults), "place")
        console.say(f"roadmap: {places} of the plan could not be read as meant: see roadmap check")
    if study.problem.stuck:
        console.say("roadmap: what waits in a circle, or behind one, has no dates: see roadmap check --select DG")


def _nearest(here: Path) -> Path:
    """The nearest folder upward that is a workspace or whose ``plans/`` is one; else ``plans/`` here, else here."""
    for folder in (here, *here.parents):
        for place in (folder, folder / "plans"):
            if (place / ROOT).is_file():
                return place
    return here / "plans" if (here / "plans").is_dir() else here


@contextmanager
def _refusing() -> Iterator[None]:
    from roadmap.source.disk import WorkspaceError

    try:
        yield
    except WorkspaceError as error:
        raise Refusal(str(error)) from None
