"""A finding: one thing worth a planner's minute."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from roadmap.model.severity import SEVERITIES as SEVERITIES
from roadmap.model.severity import Severity as Severity
from roadmap.source.faults import Related
from roadmap.source.nodes import Place


class Finding(NamedTuple):
    """``message`` is one sentence that stands alone, with the numbers that matter and what to do.

    ``act`` and ``know``: teams that must act and must know. ``evidence``: dates (ISO text), days and the driving chain
    (a list of sentences), ready for JSON. ``key`` tells findings of one code apart and contains no line numbers, dates
    or counts, so that a baseline survives edits. ``unordered``: how many of the last items are in an order that says
    nothing of the finding. ``known_as``: the items by their first ids, where one of them was renamed.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    items: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    know: tuple[str, ...] = ()
    evidence: Mapping[str, Any] = {}
    key: str = ""
    unordered: int = 0
    known_as: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits, a function of code, key and items only."""
        items = self.known_as or self.items
        ordered = len(items) - self.unordered
        text = "\0".join((self.code, self.key, *items[:ordered], *sorted(items[ordered:])))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Reports are in order of place, then code."""
        return (self.place, self.code, self.items, self.message)
