"""``roadmap completion``: what the TAB key offers, as a script for a shell."""

from __future__ import annotations

import argparse
from typing import Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console

SHELLS = ("bash", "zsh", "fish")

EPILOG = """\
  bash: eval "$(roadmap completion bash)" in ~/.bashrc
  zsh:  eval "$(roadmap completion zsh)" in ~/.zshrc, after compinit
  fish: roadmap completion fish > ~/.config/fish/completions/roadmap.fish"""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "completion",
        help="print what completes commands in a shell",
        description="Print a script that makes a shell complete commands, options and codes.",
        epilog=EPILOG,
    )
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.checks.registry import all_rules
    from roadmap.cli import shells
    from roadmap.cli.parser import parser

    codes = tuple(rule.code for rule in all_rules())
    commands = shells.commands(parser(), {"CODE": codes, "CODES": codes})
    console.print(getattr(shells, arguments.shell)(commands))
    return 0
