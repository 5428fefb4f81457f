"""How each check grows with what it finds: ``python -m benchmarks.growth [--only PREFIX] [--sizes 400 1600]``.

The cases that fire, copied so many times into one workspace: once with all that they name (``apart``), and once with
their initiatives only, so that all copies share teams, trains and registers (``together``); then plans that are large
in one way only (``lopsided``). Rows whose time grows faster than the plan are marked, with the part of the program that
does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import math
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.lopsided import LOPSIDED
from roadmap.checks.documentation import Case, documentation
from roadmap.checks.registry import all_rules
from roadmap.study import load

STEEP = 1.4
"""The exponent of time over size from which on a part is marked; what the memory does to larger plans is below it."""

SHORT = 0.1
"""Seconds of CPU that are not worth a mark."""

_STAGES = ("plan", "network", "problem", "schedule")
_INITIATIVES = ("campaigns", "projects", "answers")
_NAMED_BY_KEY = ("split", "told", "with", "answers")
"""Mappings whose keys are ids."""

Sections = dict[str, Any]


class Measured(NamedTuple):
    """``seconds`` of CPU by stage and code; ``found``: findings of the check that the case belongs to."""

    seconds: dict[str, float]
    found: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only checks whose code begins so, or `lopsided`")
    parser.add_argument("--sizes", nargs=2, type=int, default=(400, 1600), metavar=("SMALL", "LARGE"))
    options = parser.parse_args()
    steep = 0
    for code, how, title, make, today in rows(options.only):
        small, large = (measure(code, make(size), today) for size in sorted(options.sizes))
        marks = list(steeper(small, large, max(options.sizes) / min(options.sizes)))
        steep += bool(marks)
        times = f"{sum(small.seconds.values()):.2f} -> {sum(large.seconds.values()):.2f} s"
        print(f"{code:5} {how:8} {small.found:5} -> {large.found:5}  {times}  {title}  {'; '.join(marks)}", flush=True)
    return 1 if steep else 0


def rows(only: str) -> Iterator[tuple[str, str, str, Callable[[int], Sections], dt.date | None]]:
    """Code, how it grows, title, what makes a plan of a size, and the present day."""
    for code, how, case, sections in cases(only):
        yield code, how, case.title, partial(copied, sections, how == "together"), case.today
    for title, make in LOPSIDED.items() if "lopsided".startswith(only) else ():
        yield "", "lopsided", title, make, dt.date(2026, 11, 22)


def cases(only: str) -> Iterator[tuple[str, str, Case, Sections]]:
    """The cases that fire, less those whose files cannot be read and those without anything to copy."""
    for rule in all_rules():
        if rule.code.startswith(only) and rule.scope != "suppressions":
            for case in documentation(rule).cases:
                sections = read(case) if case.fires else None
                for how in ("apart", "together") if sections else ():
                    if sections and copied(sections, how == "together", 1):
                        yield rule.code, how, case, sections


def read(case: Case) -> Sections | None:
    """All sections of a case; ``None`` where a file is no YAML, or two files speak of one thing."""
    found: Sections = {}
    for file in case.files:
        try:
            sections = yaml.load(file.text, yaml.BaseLoader) if file.target is None else None
        except yaml.YAMLError:
            return None
        if not isinstance(sections, dict) or not all(isinstance(body, dict) for body in sections.values()):
            return None
        for section, body in sections.items():
            there = found.setdefault(section, {})
            if not there.keys().isdisjoint(body):
                return None
            there.update(body)
    return found


def copied(sections: Sections, together: bool, count: int) -> Sections:
    """So many copies; empty where there is nothing to copy."""
    fixed = ("roadmap", "glossary")
    chosen = [section for section in sections if section not in fixed and (not together or section in _INITIATIVES)]
    named_there = {name for section in chosen if section != "answers" for name in sections[section]}
    trains = sections["trains"].values() if "trains" in chosen else ()
    systems = {system for train in trains if isinstance(train, dict) for system in train.get("systems", ())}
    ids = sorted(named_there | systems, key=lambda name: (len(name), name))
    if not ids:
        return {}
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, reversed(ids)))})(?![\w-])")
    result: Sections = {section: {} if section in chosen else body for section, body in sections.items()}
    for number in range(count):
        named = rf"\1-{number}"
        for section in chosen:
            for name, body in sections[section].items():
                result[section][pattern.sub(named, name)] = _renamed(body, pattern, named, "")
    return result


def _renamed(body: Any, pattern: re.Pattern[str], named: str, key: str) -> Any:
    if isinstance(body, dict):
        return {
            pattern.sub(named, name) if key in _NAMED_BY_KEY or ":" in name else name: _renamed(
                value, pattern, named, name
            )
            for name, value in body.items()
        }
    if isinstance(body, list):
        return [_renamed(value, pattern, named, key) for value in body]
    return pattern.sub(named, body) if isinstance(body, str) else body


class _Plain(yaml.CSafeDumper):
    """Writes dates and numbers as planners do, without quotes: all is text to it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Plain.yaml_implicit_resolvers = {}


def measure(code: str, sections: Sections, today: dt.date | None) -> Measured:
    """Load a workspace, schedule it, run all checks and report; without a code, what all checks find is counted."""
    seconds: dict[str, float] = {}
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for section in {"roadmap": {}, **sections}:
            text = yaml.dump({section: sections.get(section, {})}, Dumper=_Plain, sort_keys=False, allow_unicode=True)
            Path(folder, f"{section}.yaml").write_text(text, "utf-8")
        gc.disable()
        study = load(folder, today)
        for stage in _STAGES:
            began = time.process_time()
            getattr(study, stage)
            seconds[stage] = time.process_time() - began
        for rule in all_rules():
            if rule.scope != "suppressions":
                began = time.process_time()
                number = len(list(rule.find(study.facts, rule)))
                seconds[rule.code] = time.process_time() - began
                found += number if rule.code == code or not code else 0
        began = time.process_time()
        assert study.report
        seconds["report"] = time.process_time() - began
        gc.enable()
    gc.collect()
    return Measured(seconds, found)


def steeper(small: Measured, large: Measured, ratio: float) -> Iterator[str]:
    """What grows faster than the plan."""
    for part, seconds in large.seconds.items():
        exponent = math.log(seconds / max(small.seconds[part], 1e-4), ratio) if seconds > SHORT else 0
        if exponent > STEEP:
            yield f"! {part} {small.seconds[part] * 1e3:.0f} -> {seconds * 1e3:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
