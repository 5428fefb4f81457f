"""The page of a finding: what it says, why, where, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import rule_named
from roadmap.checks.wording import listed
from roadmap.findings.finding import Finding
from roadmap.source.nodes import Place
from roadmap.tui.detail.paragraph import BLANK, Paragraph, fact, heading
from roadmap.tui.detail.reasons import chain_of, place_text
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.snapshot import Snapshot

LINE = 200
"""Characters of a line of a plan file that are shown."""


def conflict_page(finding: Finding, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    lead = f"{glyphs.severity(finding.severity)} "
    yield Paragraph(f"{finding.code} {finding.name}", "title", lead, finding.severity, finding.place)
    yield BLANK
    yield Paragraph(finding.message, "text", place=finding.place)
    if finding.act or finding.know:
        yield BLANK
    if finding.act:
        yield fact("must act", listed(finding.act, 8), "warning")
    if finding.know:
        yield fact("must know", listed(finding.know, 8))
    yield from heading("Places")
    yield Paragraph(f"{place_text(finding.place)}  the line to edit", "key", place=finding.place)
    yield from _line(finding.place, snapshot, glyphs)
    for related in finding.related:
        yield Paragraph(place_text(related.place), "key", place=related.place)
        yield Paragraph(related.message, "text", "  ", place=related.place)
    chained = next((item for item in finding.items if item in snapshot.study.problem.index), None)
    if chained is not None:
        yield from chain_of(chained, snapshot)
    yield from _about(finding)


def _line(place: Place, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    """What stands there, as far as it fits into a few lines."""
    lines = snapshot.study.texts.get(place.path, "").splitlines()
    if 0 < place.line <= len(lines):
        text = lines[place.line - 1].strip()
        more = glyphs.ellipsis if len(text) > LINE else ""
        yield Paragraph(f"{text[:LINE]}{more}", "dim", "  ", place=place)


def _about(finding: Finding) -> Iterator[Paragraph]:
    """The documentation of the check, as far as its first cases."""
    rule = rule_named(finding.code)
    if rule is None:
        return
    yield from heading("About this check")
    for part in documentation(rule).prose.strip().split("\n\n"):
        yield Paragraph(" ".join(part.split()), "dim")
        yield BLANK
