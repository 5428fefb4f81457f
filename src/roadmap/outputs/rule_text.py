"""``roadmap rule``: what a check watches, why, and what to do, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from roadmap.checks.documentation import Case, documentation
from roadmap.checks.registry import Rule
from roadmap.checks.wording import listed
from roadmap.findings.selection import PROFILES
from roadmap.outputs.cells import wrap
from roadmap.outputs.concise import PAINTS
from roadmap.outputs.json_text import json_lines
from roadmap.outputs.style import Style
from roadmap.outputs.table import Cell, Column, table
from roadmap.outputs.terminal_text import visible

WIDEST = 100
"""Cells of a line of prose, however wide the terminal is."""

_COLUMNS = (
    Column("code"),
    Column("name"),
    Column("severity", keep=2),
    Column("profile", keep=3),
    Column("watches for", least=12, keep=1),
)


def rule_list(rules: Sequence[Rule], style: Style) -> Iterator[str]:
    """A row for each rule; ``profile`` is the least that includes it."""
    return table(
        _COLUMNS,
        (
            [
                Cell(rule.code),
                Cell(rule.name),
                Cell(rule.severity, (PAINTS[rule.severity],)),
                Cell(rule.profile),
                Cell(rule.clause),
            ]
            for rule in rules
        ),
        style,
    )


def rule_page(rule: Rule, style: Style) -> Iterator[str]:
    """The documentation of one rule: prose, then the cases in which it fires and those in which it is silent."""
    width = min(style.width or WIDEST, WIDEST)
    page = documentation(rule)
    profiles = PROFILES[PROFILES.index(rule.profile) :]
    yield f"{style.paint(rule.code, 'bold', PAINTS[rule.severity])} {style.paint(rule.name, 'bold')}"
    yield from wrap(
        f"{rule.severity}; in {'the profile' if len(profiles) == 1 else 'the profiles'} {listed(profiles)}", width
    )
    yield ""
    yield from _prose(page.prose, width, "")
    yield ""
    yield from wrap(f"Source: {visible(rule.source)}", width)
    for heading, fires in (("It fires", True), ("It is silent", False)):
        cases = [case for case in page.cases if case.fires == fires]
        if cases:
            yield ""
            yield style.paint(heading, "bold")
        for case in cases:
            yield ""
            yield from _case(case, style, width)


def rules_json(rules: Sequence[Rule]) -> Iterator[str]:
    """A document (version 1); ``documentation`` is Markdown, with the cases."""
    return json_lines({"version": 1, "rules": [_document(rule) for rule in rules]})


def _document(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "profile": rule.profile,
        "scope": rule.scope,
        "clause": rule.clause,
        "source": rule.source,
        "documentation": rule.doc,
    }


def _case(case: Case, style: Style, width: int) -> Iterator[str]:
    yield from wrap(visible(case.title), width, "  ")
    if case.prose:
        yield ""
        yield from _prose(case.prose, width, "    ")
    for file in case.files:
        yield ""
        yield f"    {style.paint(visible(file.path), 'cyan')}"
        for line in file.text.splitlines():
            yield f"    {style.paint('|', 'blue')} {visible(line)}".rstrip(" ")
    for expected in case.expected:
        yield ""
        for index, line in enumerate(expected):
            yield from wrap(visible(line), width, "      ", "    = " if index == 0 else "      ")


def _prose(text: str, width: int, indent: str) -> Iterator[str]:
    """Markdown paragraphs and lists, filled; headings and everything else as it stands."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        items: list[str] = []
        for line in paragraph.splitlines():
            if items and not line.startswith(("- ", "#", "|", "    ")):
                items[-1] += f" {line.strip()}"
            else:
                items.append(line)
        for item in items:
            hang = indent + "  " if item.startswith("- ") else indent
            yield from wrap(visible(item), width, hang, indent)
