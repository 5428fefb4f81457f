"""``full``: each finding with the lines of the plan files that it is about, why it is so, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.wording import listed
from roadmap.findings.finding import Finding
from roadmap.outputs.cells import wrap
from roadmap.outputs.code_frame import CodeFrames
from roadmap.outputs.concise import PAINTS
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place

LONGEST_CHAIN = 12


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """Each finding, and a blank line after it."""
    frames = CodeFrames(reported.texts, style)
    for finding in reported.findings:
        yield from _finding(finding, frames, style)
        yield ""


def _finding(finding: Finding, frames: CodeFrames, style: Style) -> Iterator[str]:
    paint = PAINTS[finding.severity]
    kind = f"{finding.severity}[{finding.code}]"
    title = f"{kind} {finding.name}: "
    head, *rest = wrap(visible(finding.message), style.width, "  ", title)
    yield style.paint(kind, "bold", paint) + title[len(kind) :] + style.paint(head[len(title) :], "bold")
    yield from (style.paint(line, "bold") for line in rest)

    gutter = max(len(str(place.line)) for place in (finding.place, *(related.place for related in finding.related)))
    yield _arrow("-->", finding.place, gutter, style)
    yield from frames.frame(finding.place, "^", paint, "", gutter)
    for related in finding.related:
        yield _arrow(":::", related.place, gutter, style)
        yield from frames.frame(related.place, "-", "blue", related.message, gutter)
    notes = [*_because(finding), *_concerned(finding)]
    if notes:
        yield style.paint(f"{'':{gutter}} |", "blue")
    for note in notes:
        first, *rest = wrap(visible(note), style.width, " " * (gutter + 5), f"{'':{gutter}} = ")
        yield f"{style.paint(first[: gutter + 2], 'blue')}{first[gutter + 2 :]}"
        yield from rest


def _arrow(arrow: str, place: Place, gutter: int, style: Style) -> str:
    where = style.link(f"{visible(place.path)}:{place.line}:{place.column}", place)
    return f"{style.paint(f'{arrow:>{gutter + 3}}', 'blue')} {where}"


def _because(finding: Finding) -> Iterator[str]:
    """The driving chain; the middle of a long one is left out."""
    chain = [f"because {step}" for step in finding.evidence.get("chain", ())]
    if len(chain) > LONGEST_CHAIN:
        left_out = len(chain) - LONGEST_CHAIN + 1
        chain[LONGEST_CHAIN // 3 : LONGEST_CHAIN // 3 + left_out] = [f"… {left_out} more steps …"]
    return iter(chain)


def _concerned(finding: Finding) -> Iterator[str]:
    sides = ((finding.act, "must act"), (finding.know, "should know"))
    said = [f"{listed(teams, len(teams))} {verb}" for teams, verb in sides if teams]
    if said:
        yield "; ".join(said)
