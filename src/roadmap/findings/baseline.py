"""What is known already: findings that a workspace had when it took up checking, so that only new ones are reported.

Findings are remembered by fingerprint, which holds no lines, dates or paths. Where several findings have one
fingerprint, so many of them are known as were counted, the first ones in order of place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from roadmap.findings.finding import Finding

VERSION = 1
MOST = 1_000_000
"""Findings that one entry may stand for."""


class BaselineError(ValueError):
    """A document is no baseline. The message says in half a sentence why."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """``count`` findings of one fingerprint. ``items`` are for readers of the file only."""

    code: str
    items: tuple[str, ...]
    fingerprint: str
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings by whether a baseline knows them, in their order. ``stale``: entries, each with the count that was not
    found any more."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    stale: tuple[Entry, ...]


def baseline_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries that know all these findings, sorted."""
    counts: Counter[tuple[str, tuple[str, ...], str]] = Counter(
        (finding.code, finding.items, finding.fingerprint) for finding in findings
    )
    return tuple(sorted(Entry(*what, count) for what, count in counts.items()))


def compare(entries: Iterable[Entry], findings: Iterable[Finding]) -> Comparison:
    """Part findings into new and known ones."""
    entries = tuple(entries)
    left: Counter[str] = Counter()
    for entry in entries:
        left[entry.fingerprint] += entry.count
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            known.append(finding)
        else:
            new.append(finding)
    stale = []
    for entry in entries:
        gone = min(left[entry.fingerprint], entry.count)
        left[entry.fingerprint] -= gone
        if gone:
            stale.append(replace(entry, count=gone))
    return Comparison(tuple(new), tuple(known), tuple(stale))


def updated(
    entries: Iterable[Entry], findings: Iterable[Finding], looked_for: Callable[[str], bool]
) -> tuple[Entry, ...]:
    """The entries that know these findings, and the former ones of codes that were not looked for."""
    return tuple(sorted({*baseline_of(findings), *(entry for entry in entries if not looked_for(entry.code))}))


def to_document(entries: Iterable[Entry]) -> dict[str, Any]:
    """The document to keep, ready for JSON."""
    findings = [
        {"code": entry.code, "items": list(entry.items), "fingerprint": entry.fingerprint, "count": entry.count}
        for entry in entries
    ]
    return {"version": VERSION, "findings": findings}


def from_document(document: object) -> tuple[Entry, ...]:
    """What ``to_document`` was given. Raises ``BaselineError`` for anything else."""
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise BaselineError("it holds no list of findings")
    if document.get("version") != VERSION:
        raise BaselineError(f"its version is not {VERSION}: another version of roadmap wrote it")
    return tuple(_entry(number, item) for number, item in enumerate(document["findings"], 1))


def _entry(number: int, item: object) -> Entry:
    if isinstance(item, dict):
        code, items, fingerprint, count = (item.get(key) for key in ("code", "items", "fingerprint", "count"))
        if (
            isinstance(code, str)
            and isinstance(items, list)
            and all(isinstance(each, str) for each in items)
            and isinstance(fingerprint, str)
            and type(count) is int
            and 0 < count <= MOST
        ):
            return Entry(code, tuple(items), fingerprint, count)
    raise BaselineError(f"its finding {number} is not one")
