"""The table that answers whether everything that must be watched is watched: clause, code, cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docs.pages.checks import NOTE, link_to
from roadmap.checks.documentation import documentation
from roadmap.checks.registry import FAMILIES, Rule, all_rules

CLAUSES = Path(__file__).with_suffix(".yaml")


@cache
def clauses() -> Mapping[str, Mapping[str, tuple[str, ...] | None]]:
    """The codes for each clause of each family; ``None`` for a clause that is left to a later version."""
    written: dict[str, dict[str, Any]] = yaml.safe_load(CLAUSES.read_text("utf-8"))
    return {
        family: {clause: None if codes is None else tuple(codes) for clause, codes in rows.items()}
        for family, rows in written.items()
    }


def cases(rule: Rule) -> tuple[int, int]:
    """How many cases show that the check reports, and how many that it is silent."""
    told = documentation(rule).cases
    fires = sum(case.fires for case in told)
    return fires, len(told) - fires


def pages() -> Mapping[str, str]:
    """The text by path below ``docs/``."""
    return {"checks/clauses.md": "\n".join(_lines()) + "\n"}


def _lines() -> Iterator[str]:
    asked = sum(len(rows) for rows in clauses().values())
    later = sum(codes is None for rows in clauses().values() for codes in rows.values())
    counts = [cases(rule) for rule in all_rules()]
    yield "# What is covered"
    yield ""
    yield NOTE.replace("src/roadmap/checks/", "docs/pages/clauses.yaml and the cases beside the checks")
    yield ""
    yield f"{asked} relations have to be watched. {asked - later} are; {later} wait for a later version, which will"
    yield "know the history of a plan and the capacity of teams, and are marked *later*."
    yield ""
    yield f"{len(counts)} checks watch them. {sum(fires for fires, _ in counts)} cases show them report, and"
    yield f"{sum(silent for _, silent in counts)} show them silent."
    named = {code for rows in clauses().values() for codes in rows.values() for code in codes or ()}
    for family, title in FAMILIES.items():
        yield ""
        yield f"## {family}: {title}"
        yield ""
        yield "| what has to be watched | check | must report | must be silent |"
        yield "| --- | --- | ---: | ---: |"
        for clause, codes in clauses()[family].items():
            yield from _rows(clause, codes)
        for rule in all_rules():
            if rule.family == family and rule.code not in named:
                yield from _rows(f"besides: {rule.clause}", (rule.code,))


def _rows(clause: str, codes: tuple[str, ...] | None) -> Iterator[str]:
    if codes is None:
        yield f"| {clause} | *later* | | |"
        return
    known = {rule.code: rule for rule in all_rules()}
    for number, code in enumerate(codes):
        told = clause if number == 0 else ""
        if rule := known.get(code):
            fires, silent = cases(rule)
            yield f"| {told} | {link_to(rule)} {rule.name} | {fires} | {silent} |"
        else:
            yield f"| {told} | {code} is missing | 0 | 0 |"
