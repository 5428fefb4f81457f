"""``roadmap rule``: the documentation of the checks."""

from __future__ import annotations

import argparse
from typing import Any

from roadmap.cli.arguments import Parser
from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal
from roadmap.cli.selecting import selector

EPILOG = """\
  roadmap rule                  all checks, a line each
  roadmap rule LT203            one check: why, what to do, and examples
  roadmap rule LT               every check of a family"""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "rule",
        help="explain a check: what it watches, why, and what to do",
        description="Explain checks: what they watch, why, and what to do.",
        epilog=EPILOG,
    )
    parser.add_argument("codes", metavar="CODE", nargs="*", help="codes, names or beginnings of codes")
    parser.add_argument("--all", action="store_true", help="all checks (the default)")
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
    from roadmap.checks.registry import all_rules, rules_matching
    from roadmap.outputs import rule_text

    if arguments.codes and arguments.all:
        raise Refusal("give CODEs or --all, not both")
    rules = [rule for code in arguments.codes for rule in rules_matching(selector(code))] or [*all_rules()]
    style = console.style()
    if arguments.output_format == "json":
        console.print(rule_text.rules_json(rules))
    elif not arguments.codes:
        console.print(rule_text.rule_list(rules, style))
    else:
        for number, rule in enumerate(rules):
            console.print([""] * 2 if number else [])
            console.print(rule_text.rule_page(rule, style))
    return 0
