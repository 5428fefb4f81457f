"""``roadmap tui``: the plan on the screen."""

from __future__ import annotations

import argparse
import io
import locale
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console
from roadmap.cli.opening import root
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.tui.keymap import Keymap
    from roadmap.tui.palette import Palette

VIEWS = ("timeline", "conflicts")
MOST = 65_536
"""Characters of a file of keys that are read."""
COLOURS = ("dark", "light", "contrast", "sixteen", "plain")

EPILOG = """\
  roadmap tui                     the timeline of the nearest workspace
  roadmap tui conflicts           begin with what cannot work
  roadmap tui --colours light     dark, light, contrast, sixteen or plain
? shows the keys. $VISUAL or $EDITOR opens places in the plan files."""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "tui",
        help="look at the plan on the screen, and follow its files",
        description="Look at the plan on the screen: one timeline, and everything that cannot work in it.",
        epilog=EPILOG,
    )
    parser.add_argument("view", metavar="VIEW", nargs="?", choices=VIEWS, default=VIEWS[0], help=" or ".join(VIEWS))
    parser.add_argument("--colours", choices=COLOURS, help="of the screen (default: what the terminal can show)")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII only")
    parser.add_argument("--keymap", metavar="FILE", help="keys of your own (default: ~/.config/roadmap/keys.yaml)")
    parser.add_argument("--keys", action="store_true", help="print the table of keys and leave")
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    if arguments.keys:
        from roadmap.tui.key_table import key_table

        keymap = _keymap(arguments, console.environment) if installed() else None
        console.print(key_table(keymap.actions()) if keymap is not None else key_table())
        return 0
    if not installed():
        raise Refusal("the terminal interface is not installed: pip install 'roadmap[tui]'")
    if not console.interactive:
        none = ", which TERM=dumb is not" if console.environment.get("TERM") == "dumb" else ""
        raise Refusal(f"roadmap tui needs a terminal{none}; roadmap check and roadmap schedule print the same")
    return show(arguments, console)


def show(arguments: argparse.Namespace, console: Console) -> int:
    """Run the interface in this terminal until it is left."""
    folder = root(arguments)
    environment = console.environment
    palette = _palette(getattr(arguments, "colours", None), arguments.colour, environment)
    if not palette.plain:
        os.environ.pop("NO_COLOR", None)  # asked for colours on the command line
    else:
        os.environ["NO_COLOR"] = "1"
    from roadmap.tui.app import RoadmapApp
    from roadmap.tui.glyphs import ASCII, UNICODE, speaks_utf_8
    from roadmap.workspace.live import LivePlan

    utf_8 = speaks_utf_8(environment)
    glyphs = UNICODE if utf_8 and not getattr(arguments, "ascii", False) else ASCII
    if not utf_8:
        _write_as_the_locale_does()
    view, keymap = getattr(arguments, "view", VIEWS[0]), _keymap(arguments, environment)
    app = RoadmapApp(LivePlan(folder, arguments.today), view, palette, glyphs, keymap=keymap)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _write_as_the_locale_does() -> None:
    """For Textual, which writes to standard error: letters that the terminal does not have would reach it as bytes that
    it may obey, and each as several."""
    encoding = locale.getencoding()
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        sys.__stderr__.reconfigure(encoding="ascii" if "utf" in encoding.lower() else encoding, errors="replace")


def installed() -> bool:
    """Whether what ``roadmap[tui]`` adds is there."""
    return find_spec("textual") is not None and find_spec("watchfiles") is not None


def _keymap(arguments: argparse.Namespace, environment: Mapping[str, str]) -> Keymap | None:
    """Keys from the file that was asked for, else from that of the user, where there is one."""
    from roadmap.tui.keymap import parse_keymap

    asked: str | None = getattr(arguments, "keymap", None)
    file = Path(asked) if asked is not None else _keys_file(environment)
    if file is None or (asked is None and not file.is_file()):
        return None
    try:
        with file.open(encoding="utf-8") as opened:
            text = opened.read(MOST)
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{file} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from None
    return parse_keymap(str(file), text)


def _keys_file(environment: Mapping[str, str]) -> Path | None:
    """Where a user keeps keys: in the folder that the platform has for settings."""
    if sys.platform == "win32":
        base = environment.get("APPDATA")
        return Path(base) / "roadmap" / "keys.yaml" if base else None
    base, home = environment.get("XDG_CONFIG_HOME"), environment.get("HOME")
    if base and Path(base).is_absolute():  # the specification: relative paths are ignored
        return Path(base) / "roadmap" / "keys.yaml"
    return Path(home) / ".config" / "roadmap" / "keys.yaml" if home else None


def _palette(wanted: str | None, colour: str, environment: Mapping[str, str]) -> Palette:
    """As asked for, else as the terminal says of itself."""
    from roadmap.tui.palette import PALETTES

    if wanted is not None:
        return PALETTES[wanted]
    if colour == "never" or (colour == "auto" and environment.get("NO_COLOR")):
        return PALETTES["plain"]
    rich = environment.get("COLORTERM") in ("truecolor", "24bit") or "256" in environment.get("TERM", "")
    return PALETTES["dark" if rich else "sixteen"]
