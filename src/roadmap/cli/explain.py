"""``roadmap explain``: why a date is what it is, and what could move it."""

from __future__ import annotations

import argparse
from typing import Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console
from roadmap.cli.naming import target
from roadmap.cli.opening import note_faults, open_study

EPILOG = """\
  roadmap explain spring-sale              a launch, or the end of a project
  roadmap explain spring-sale@pl           the launch in one market
  roadmap explain spring-sale/landing      a task
  roadmap explain web@2027-03-02           a release"""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "explain",
        help="tell why a date is what it is, and what could move it",
        description="Tell why a date is what it is, how late it may be, and what could move it.",
        epilog=EPILOG,
    )
    parser.add_argument("reference", metavar="REF", help="a task, a launch, an initiative, a release or a cut-off")
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.outputs.explanation.pages import explained

    study = open_study(arguments)
    meant = target(study.plan, arguments.reference)
    note_faults(study, console)
    console.print(explained(meant, study.plan, study.problem, study.schedule, console.style(study.root)))
    return 0
