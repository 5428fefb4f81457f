"""The page of a finding: what it says, why, where, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import rule_named
from roadmap.checks.wording import listed
from roadmap.findings.finding import Finding
from roadmap.tui.detail.paragraph import BLANK, Paragraph, fact, heading
from roadmap.tui.detail.reasons import chain_of, place_text
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.snapshot import Snapshot


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
    yield Paragraph("the line to edit", "text", f"{place_text(finding.place)}  ", "key", finding.place)
    for related in finding.related:
        yield Paragraph(related.message, "text", f"{place_text(related.place)}  ", "key", related.place)
    chained = next((item for item in finding.items if item in snapshot.study.problem.index), None)
    if chained is not None:
        yield from chain_of(chained, snapshot)
    yield from _about(finding)


def _about(finding: Finding) -> Iterator[Paragraph]:
    """The documentation of the check, as far as its first cases."""
    rule = rule_named(finding.code)
    if rule is None:
        return
    yield from heading("About this check")
    for part in documentation(rule).prose.strip().split("\n\n"):
        yield Paragraph(" ".join(part.split()), "dim")
        yield BLANK
