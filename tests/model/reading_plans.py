"""Plans for tests of the model, from texts of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from roadmap.model.build import build
from roadmap.model.plan import Plan
from roadmap.source.faults import Fault
from roadmap.source.load import Document, parse

TODAY = dt.date(2026, 11, 22)
EXAMPLE = Path(__file__).parent / "example"

CALENDARS = """
calendars:
  b: {week: mon-fri, holidays: DE-BE, closed: {2026-12-24..2027-01-01: Shutdown}}
  p: {week: mon-fri, holidays: PL}
teams:
  berlin: {calendar: b, function: marketing}
  warsaw: {calendar: p, function: it}
"""
"""Calendars B and P: 8 and 26 March 2027 are holidays in Berlin only, 29 March in both."""


def documents(files: Mapping[str, str]) -> dict[str, Document]:
    return {path: parse(path, text) for path, text in files.items()}


def read(*texts: str) -> tuple[Plan, tuple[Fault, ...]]:
    """The plan of the texts as the files `a.yaml`, `b.yaml` and so on, and its faults."""
    return build(documents({f"{'abcdefgh'[index]}.yaml": text for index, text in enumerate(texts)}), TODAY)


def plan_of(*texts: str) -> Plan:
    """The plan of texts that have no faults."""
    plan, faults = read(*texts)
    assert told(faults) == []
    return plan


def told(faults: tuple[Fault, ...]) -> list[str]:
    """Faults as lines: place, kind and message."""
    return [f"{where(fault)} {fault.kind}: {fault.message}" for fault in faults]


def kinds(faults: tuple[Fault, ...]) -> list[str]:
    """Faults as places and kinds."""
    return [f"{where(fault)} {fault.kind}" for fault in faults]


def where(fault: Fault) -> str:
    return f"{fault.place.path}:{fault.place.line}:{fault.place.column}"
