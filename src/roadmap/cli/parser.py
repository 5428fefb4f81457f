"""The command line: global options, which may stand before or after the command, and the commands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from roadmap.cli.arguments import Parser, day, parse_all, path_name
from roadmap.cli.console import Console

COMMANDS = ("init", "check", "rule", "schedule", "explain", "rename", "tui", "ical", "schema", "completion")
"""A module of this package each, imported when it is asked for."""

DESCRIPTION = """\
Plan dependencies between teams: plan files in a folder, checked dates, and
findings that both sides can read."""

EPILOG = """\
Exit status: 0 fine, 1 the answer is no, 2 could not do it, 130 interrupted.
Start with: roadmap init plans"""


def parse(argv: Sequence[str], console: Console) -> argparse.Namespace:
    """The arguments, with ``handler``, and ``say`` for what is told aside.

    Raises ``Refusal`` in one line where they make no sense.
    """
    named = argv[:1] if argv and argv[0] in COMMANDS else COMMANDS
    arguments = parse_all(parser(named), argv)
    console.colour = arguments.colour
    arguments.say = console.say
    return arguments


def parser(named: Sequence[str] = COMMANDS) -> Parser:
    """The parser of the command line, for all commands or those that are named."""
    made = Parser(prog="roadmap", description=DESCRIPTION, epilog=EPILOG)
    _add_global_options(made)
    made.add_argument("--version", action="store_true", help="show the versions of roadmap, plan language and holidays")
    made.set_defaults(handler=_without_command, parser=made)
    commands = made.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for name in named:
        added = import_module(f"roadmap.cli.{name}").add(commands)
        # Where it was not given after the command, what was said before it holds.
        _add_global_options(added, default=argparse.SUPPRESS)
        added.set_defaults(parser=added)
    return made


def _add_global_options(parser: Parser, **default: Any) -> None:
    options = parser.add_argument_group("everywhere")
    options.add_argument(
        "--plans",
        metavar="DIR",
        type=path_name,
        help="the workspace (default: the nearest roadmap.yaml upward, or plans/)",
        **default,
    )
    options.add_argument(
        "--today",
        metavar="DATE",
        type=day,
        help="the day to look from (default: today where the workspace is)",
        **default,
    )
    options.add_argument(
        "--colour",
        "--color",
        choices=("auto", "always", "never"),
        help="colours (default: on a terminal; NO_COLOR and FORCE_COLOR are honoured)",
        **{"default": "auto", **default},
    )


def _without_command(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.cli import tui

    if arguments.version:
        from roadmap.cli.version import version_line

        console.print([version_line()])
    elif console.interactive and tui.installed():
        return tui.show(arguments, console)
    else:
        console.print(arguments.parser.format_help().splitlines())
    return 0
