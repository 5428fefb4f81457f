"""The driving chain and the findings of one thing, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.checks.wording import counted
from roadmap.findings.finding import Finding
from roadmap.outputs.day_text import day_text
from roadmap.schedule.chain import chain, reached
from roadmap.source.nodes import Place
from roadmap.tui.detail.paragraph import Paragraph, heading
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.snapshot import Snapshot

LONGEST = 60
"""Steps of a chain that are shown."""


def chain_of(node: str, snapshot: Snapshot) -> Iterator[Paragraph]:
    """Why the date of a node is what it is, from the beginning; a step leads to its node and its place."""
    study = snapshot.study
    steps = chain(study.problem, study.schedule, node)
    if not steps:
        return
    yield from heading("Why this date")
    if len(steps) > LONGEST:
        yield Paragraph(f"{counted(len(steps) - LONGEST, 'step')} before", "dim")
    for step in steps[-LONGEST:]:
        day = reached(step, study.problem, study.schedule)
        ink = "text" if step.days or step.kind in ("launch", "end", "release") else "dim"
        yield Paragraph(step.text, ink, f"{day_text(day)[4:]} ", "key", step.place, step.node)


def findings_of(findings: Iterable[Finding], glyphs: Glyphs) -> Iterator[Paragraph]:
    found = list(findings)
    if found:
        yield from heading("Conflicts")
    for finding in found:
        lead = f"{glyphs.severity(finding.severity)} {finding.code} "
        yield Paragraph(finding.message, "text", lead, finding.severity, finding.place, None)


def place_text(place: Place) -> str:
    return f"{place.path}:{place.line}"
