"""``roadmap schema``: the JSON Schema of the plan language, for editors."""

from __future__ import annotations

import argparse
from typing import Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of the plan files, for editors",
        description="Print the JSON Schema of the plan files: editors complete and check by it.",
        epilog="  roadmap schema > roadmap.schema.json",
    )
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.outputs.json_schema import schema_text

    console.print(schema_text().splitlines())
    return 0
