"""What a page of details is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.outputs.cells import wrap
from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` in ``ink``, wrapped. ``lead`` stands before its first line, in ``lead_ink``; the other lines are set in
    as far. ``place``: where the plan says so; ``node``: what it is about, to go there."""

    text: str = ""
    ink: str = "text"
    lead: str = ""
    lead_ink: str = "dim"
    place: Place | None = None
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, visible and no wider than it may be."""

    lead: str
    lead_ink: str
    text: str
    ink: str
    place: Place | None
    node: str | None


BLANK = Paragraph()


def heading(text: str) -> Iterator[Paragraph]:
    yield BLANK
    yield Paragraph(text, "title")


def fact(name: str, text: str, ink: str = "text", place: Place | None = None, node: str | None = None) -> Paragraph:
    return Paragraph(text, ink, f"{name:<11} ", "dim", place, node)


def broken(paragraph: Paragraph, width: int) -> Iterator[Line]:
    """The lines of a paragraph in so many cells."""
    lead = visible(paragraph.lead)
    if len(lead) > width // 2:
        lead = lead.rstrip()[: max(width // 2 - 1, 0)] + " "
    for index, text in enumerate(wrap(visible(paragraph.text), max(width - len(lead), 4))):
        shown = lead if index == 0 else " " * len(lead)
        yield Line(shown, paragraph.lead_ink, text, paragraph.ink, paragraph.place, paragraph.node)
