"""``roadmap schedule``: every date of every task, launch and release."""

from __future__ import annotations

import argparse
from typing import Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console
from roadmap.cli.narrowing import narrowed
from roadmap.cli.opening import note_faults, open_study
from roadmap.cli.progress import progress

EPILOG = """\
REFs narrow what is shown: spring-sale, spring-sale/landing, web@2027-03-02,
team:web, function:it, train:web, service:landing-page.
Dates are those that are possible by logic; float is in working days.
Exit status: 1 if a firm launch among those shown cannot be met."""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "schedule",
        help="show all dates: start, finish, release, late dates, float, ask-by",
        description="Show all dates: start, finish, release, late dates, float, ask-by.",
        epilog=EPILOG,
    )
    parser.add_argument("references", metavar="REF", nargs="*", help="what is shown (default: everything)")
    parser.add_argument("--late", action="store_true", help="only tasks and launches that are too late")
    parser.add_argument(
        "--critical", action="store_true", help="only tasks without float, and launches that are too late"
    )
    parser.add_argument(
        "--output-format",
        metavar="FORMAT",
        choices=("text", "json"),
        default="text",
        help="text or json (default: text)",
    )
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    with progress(console) as tell:
        tell("reading")
        study = open_study(arguments)
        plan = study.plan
        tell("scheduling")
        schedule = study.schedule
    shown = narrowed(plan, schedule, arguments.references, arguments.late, arguments.critical)
    note_faults(study, console)
    if arguments.output_format == "json":
        from roadmap.model.holidays import table_version
        from roadmap.outputs.schedule_json import schedule_json

        console.print(schedule_json(plan, study.problem, schedule, table_version(), shown))
    else:
        from roadmap.outputs.schedule_table import schedule_table

        console.print(schedule_table(plan, schedule, shown, console.style()))
    launches = (launch for launch in schedule.launches.values() if launch.id in shown)
    return int(any(launch.firm and not launch.met and launch.launched is None for launch in launches))
