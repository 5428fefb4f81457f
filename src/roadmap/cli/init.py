"""``roadmap init``: a small workspace that passes, to start from."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from roadmap.cli.arguments import Parser, path_name
from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal
from roadmap.outputs.terminal_text import visible

STARTER = Path(__file__).parent / "starter"
FILES = ("roadmap.yaml", "teams.yaml", "trains.yaml", "campaigns/first-campaign.yaml", "ROADMAP.md")
SCHEMA = "roadmap.schema.json"


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "init",
        help="write a small workspace to start from",
        description="Write a small workspace to start from: two teams, a train and a campaign.",
        epilog="  roadmap init plans && roadmap check",
    )
    parser.add_argument("folder", metavar="DIR", type=path_name, nargs="?", help="where (default: --plans, or here)")
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.source.clock import today_in

    folder = Path(arguments.folder or arguments.plans or ".")
    _refuse_to_meddle(folder)
    files = dict(starter(arguments.today or today_in(None)))
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    console.print(visible(str(folder / name)) for name in files)
    # `roadmap` finds a plan here, and one in `plans/`, by itself.
    found = "roadmap" if folder in (Path(), Path("plans")) else f"roadmap --plans {shlex.quote(str(folder))}"
    console.say(f"roadmap: this plan passes; see what it says with: {found} check, {found} schedule")
    return 0


def starter(today: dt.date) -> Iterator[tuple[str, str]]:
    """(path, text) of each file. The dates leave room for everything that the plan needs, whatever day it is."""
    from roadmap.outputs.json_schema import schema_text

    first_release = today + dt.timedelta(days=7 - (today.weekday() - 1) % 7)  # the next Tuesday
    dates = {
        "@today@": today,
        "@first_release@": first_release,
        "@promised@": first_release + dt.timedelta(weeks=8),  # a release, too
        "@launch@": first_release + dt.timedelta(weeks=9, days=1),  # a Wednesday
        "@until@": dt.date(today.year + 2, 12, 31),
    }
    for name in FILES:
        text = (STARTER / name).read_text("utf-8")
        for mark, date in dates.items():
            text = text.replace(mark, date.isoformat())
        yield name, text
    yield SCHEMA, schema_text()


def _refuse_to_meddle(folder: Path) -> None:
    """Nothing is overwritten, and no YAML file that is there already becomes part of a plan."""
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} is not a folder")
    for name in (*FILES, SCHEMA):
        if (folder / name).exists() or (folder / name).is_symlink():
            raise Refusal(f"{folder / name} is there already, and nothing is overwritten: name another folder")
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith((".yaml", ".yml")) and not name.startswith("."):
                found = Path(place) / name
                raise Refusal(f"{found} would become part of the plan: name a new folder, e.g. roadmap init plans")
