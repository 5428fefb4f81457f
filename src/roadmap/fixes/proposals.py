"""Which findings can be mended, and how: not tried yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from roadmap.edit.patches import PatchError, Sheet
from roadmap.fixes.fix import Files, Fix, Propose
from roadmap.fixes.links import redundancy_removed, repetition_removed
from roadmap.fixes.nesting import Nesting
from roadmap.fixes.spelling import respelt
from roadmap.fixes.suppressing import code_respelt, expiry_removed, idle_removed

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.source.load import Document
    from roadmap.source.nodes import Place
    from roadmap.source.suppressions import Suppression

_BY_NAME: dict[str, Propose] = {
    "repeated-link": repetition_removed,
    "redundant-link": redundancy_removed,
    "suppression-expired": expiry_removed,
    "suppression-unused": idle_removed,
    "suppression-unknown": code_respelt,
}
_MISSPELT = ("PF", "RF")
"""Families whose findings suggest what should stand at their place."""


class Proposal(NamedTuple):
    finding: Finding
    fix: Fix


def propose(
    findings: Iterable[Finding], texts: Mapping[str, str], parse: Callable[[str, str], Document]
) -> tuple[Proposal, ...]:
    """At most one fix for each finding, in the order of the findings. ``parse``: path and text to what a file holds."""
    files = _files(texts, parse)
    found = []
    for finding in findings:
        proposing = _BY_NAME.get(finding.name) or (respelt if finding.code.startswith(_MISSPELT) else None)
        if proposing is None or finding.place.path not in texts:
            continue
        try:
            fix = proposing(finding, files)
        except PatchError:  # the place is not one of the text, as where a file as a whole is meant
            continue
        if fix is not None:
            found.append(Proposal(finding, fix))
    return tuple(found)


def _files(texts: Mapping[str, str], parse: Callable[[str, str], Document]) -> Files:
    @cache
    def document(path: str) -> Document:
        return parse(path, texts[path])

    @cache
    def sheet(path: str) -> Sheet:
        return Sheet(path, texts[path])

    @cache
    def nesting(path: str) -> Nesting:
        return Nesting(document(path).root)

    @cache
    def suppressions(path: str) -> dict[Place, Suppression]:
        return {suppression.place: suppression for suppression in document(path).suppressions}

    return Files(sheet, nesting, suppressions)
