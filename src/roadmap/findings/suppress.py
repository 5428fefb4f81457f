"""Suppressions at work: which findings they hide, and which of them hide nothing.

A suppression counts only with a reason and an end date, to the end of that day. It hides the findings of its codes
that have their place, or one of their related places, in its line. Findings about suppressions are never hidden.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from roadmap.findings.finding import Finding
from roadmap.findings.selection import meanings

if TYPE_CHECKING:
    from roadmap.source.suppressions import Suppression

HOUSEKEEPING = "SU"
"""The family of checks that watches suppressions."""


class Outcome(NamedTuple):
    """``idle``: suppressions that hide nothing, each with only those of its codes that hide nothing."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    idle: tuple[Suppression, ...]


def in_force(suppression: Suppression, today: dt.date) -> bool:
    """Whether a suppression has all that it needs and has not expired."""
    return bool(suppression.because) and suppression.until is not None and today <= suppression.until


def suppress(findings: Iterable[Finding], suppressions: Iterable[Suppression], today: dt.date) -> Outcome:
    """Part findings into those that are kept and those that a suppression in force hides."""
    valid = [suppression for suppression in suppressions if in_force(suppression, today)]
    if not valid:
        return Outcome(tuple(findings), (), ())
    by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, suppression in enumerate(valid):
        by_line[suppression.place.path, suppression.line].append(index)
    codes = [frozenset(suppression.codes) for suppression in valid]
    used: set[tuple[int, str]] = set()
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        hiding = [
            (index, code)
            for place in (finding.place, *(related.place for related in finding.related))
            for index in by_line.get((place.path, place.line), ())
            for code in meanings(finding)
            if code in codes[index] and not finding.code.startswith(HOUSEKEEPING)
        ]
        used.update(hiding)
        (suppressed if hiding else kept).append(finding)
    idle = [
        suppression._replace(codes=tuple(code for code in suppression.codes if (index, code) not in used))
        for index, suppression in enumerate(valid)
    ]
    return Outcome(tuple(kept), tuple(suppressed), tuple(suppression for suppression in idle if suppression.codes))
