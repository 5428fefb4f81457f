"""What is found in a workspace: worked out, or remembered where nothing has changed since."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.console import Console
from roadmap.cli.opening import PARSED, study
from roadmap.cli.progress import Tell
from roadmap.cli.selecting import selector

if TYPE_CHECKING:
    from roadmap.findings.selection import Selection
    from roadmap.source.disk import Workspace
    from roadmap.study import Study
    from roadmap.workspace.answers import Answer
    from roadmap.workspace.cache import Cache


def answered(read: Workspace, arguments: argparse.Namespace, console: Console, tell: Tell) -> Answer:
    """All that the selected checks find in a workspace, and what is suppressed in it."""
    from roadmap.workspace.answers import keep, key_of, recall

    cache = _cache(arguments, console)
    if cache is None:
        return _worked_out(study(arguments, read), arguments, tell)
    options = (str(arguments.profile), *arguments.select, "less", *arguments.ignore)
    key = key_of(read, arguments.today, options)
    answer = recall(cache, key, arguments.today)
    if answer is None:
        if cache.is_usable():
            from roadmap.workspace.kept_files import KeptFiles

            PARSED.store = KeptFiles(cache, read.root)
        answer = _worked_out(study(arguments, read), arguments, tell)
        keep(cache, key, answer)
    return answer


def note_unusable_cache(arguments: argparse.Namespace, console: Console) -> None:
    """Say so where what ``--cache-dir`` names will not be used."""
    cache = _cache(arguments, console)
    if cache is not None and not cache.is_usable():
        console.say(
            f"roadmap: {arguments.cache_dir} is not used as a cache: "
            "it must be a folder of your own that nobody else may look into (mode 700)"
        )


def selection(arguments: argparse.Namespace, studied: Study) -> Selection:
    """What the settings and the command line want."""
    from roadmap.findings.selection import Selection

    return Selection(
        studied.plan.settings.checks,
        arguments.profile,
        tuple(map(selector, arguments.select)),
        tuple(map(selector, arguments.ignore)),
    )


def _worked_out(studied: Study, arguments: argparse.Namespace, tell: Tell) -> Answer:
    from roadmap.workspace.answers import Answer

    wanted = selection(arguments, studied)
    tell("scheduling")
    _ = studied.schedule
    tell("checking")
    report = studied.report_for(wanted)
    items = len(studied.plan.initiatives) + len(studied.plan.tasks)
    return Answer(report, items, studied.today, studied.timezone)


def _cache(arguments: argparse.Namespace, console: Console) -> Cache | None:
    """Where answers are kept; nowhere in CI, where a cache that pull requests can write could turn red to green."""
    from roadmap.workspace.cache import Cache, default_folder

    if arguments.no_cache or console.environment.get("CI", "").lower() not in ("", "0", "false"):
        return None
    folder = Path(arguments.cache_dir) if arguments.cache_dir is not None else default_folder(console.environment)
    return Cache(folder) if folder is not None else None
