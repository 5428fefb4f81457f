"""The file of a baseline: read, compared with, told about and written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal
from roadmap.cli.replacing import replace_file

if TYPE_CHECKING:
    from roadmap.findings.baseline import Comparison, Entry
    from roadmap.findings.finding import Finding

MAX_BYTES = 50_000_000
SHOWN = 5
"""Stale entries that are named."""


def against(file: Path, findings: tuple[Finding, ...]) -> Comparison:
    """The findings, parted by what the file knows. Raises ``Refusal`` where it is damaged or not there."""
    from roadmap.findings.baseline import compare

    if not file.exists():
        raise Refusal(f"there is no baseline {file}: --update-baseline writes it")
    return compare(_read(file), findings)


def update(
    file: Path, findings: tuple[Finding, ...], looked_for: Callable[[str], bool], console: Console
) -> Comparison:
    """Make the file know these findings. What it knows of codes that were not looked for stays."""
    from roadmap.checks.wording import counted
    from roadmap.findings.baseline import compare, to_document, updated
    from roadmap.outputs.json_text import json_lines

    before = _read(file) if file.exists() else ()
    now = updated(before, findings, looked_for)
    text = "".join(f"{line}\n" for line in json_lines(to_document(now)))
    replace_file(file, text.encode("utf-8"))
    change = compare(before, findings)
    gone = sum(entry.count for entry in change.stale if looked_for(entry.code))
    total = counted(sum(entry.count for entry in now), "finding")
    console.say(f"roadmap: {file} holds {total} now ({len(change.new)} more and {gone} fewer than before)")
    return compare(now, findings)


def tell_stale(file: Path, stale: tuple[Entry, ...], console: Console) -> None:
    """Say what the baseline knows and nothing finds any more."""
    from roadmap.checks.wording import counted, listed

    if stale:
        names = listed([" ".join((entry.code, *entry.items[:1])) for entry in stale], SHOWN)
        found = counted(sum(entry.count for entry in stale), "finding")
        console.say(f"roadmap: {found} of {file} came to an end ({names}): --update-baseline takes what is mended out")


def _read(file: Path) -> tuple[Entry, ...]:
    from roadmap.findings.baseline import BaselineError, from_document

    if not file.is_file():
        raise Refusal(f"{file} is not a file")
    if file.stat().st_size > MAX_BYTES:
        raise Refusal(f"{file} is no baseline: it has more than {MAX_BYTES // 1_000_000} MB")
    try:
        return from_document(json.loads(file.read_text("utf-8")))
    except BaselineError as error:
        reason = str(error)
    except (ValueError, RecursionError):
        reason = "it is not JSON"
    raise Refusal(f"{file} is no baseline, {reason}: restore it, or delete it and write it with --update-baseline")
