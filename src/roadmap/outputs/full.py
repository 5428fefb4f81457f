"""``full``: each finding with the lines of the plan files that it is about, why it is so, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from roadmap.checks.wording import listed
from roadmap.findings.finding import Finding
from roadmap.outputs.cells import wrap
from roadmap.outputs.code_frame import CodeFrames
from roadmap.outputs.concise import PAINTS
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.faults import Related
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
    head, *rest = wrap(f"{kind} {finding.name}: {visible(finding.message)}", style.width, "  ", "")
    yield style.paint(kind, "bold", paint) + style.paint(head[len(kind) :], "bold")
    yield from (style.paint(line, "bold") for line in rest)

    chain = [str(step) for step in finding.evidence.get("chain", ())]
    framed, steps = _apart(finding.related, chain)
    gutter = max(len(str(place.line)) for place in (finding.place, *(related.place for related in framed)))
    yield _arrow("-->", finding.place, gutter, style)
    yield from frames.frame(finding.place, "^", paint, "", gutter)
    for related in framed:
        yield _arrow(":::", related.place, gutter, style)
        yield from frames.frame(related.place, "-", "blue", related.message, gutter)
    notes = [*_because(chain, steps), *_concerned(finding)]
    if notes:
        yield style.paint(f"{'':{gutter}} |", "blue")
    for note, place in notes:
        said = visible(note)
        where = f" ({visible(place.path)}:{place.line})" if place else ""
        *lines, last = wrap(said + where, style.width, " " * (gutter + 5), f"{'':{gutter}} = ")
        if place and last.endswith(where[1:]):
            last = last[: -len(where[1:])] + f"({style.link(where[2:-1], place)})"
        first, *rest = *lines, last
        yield f"{style.paint(first[: gutter + 2], 'blue')}{first[gutter + 2 :]}"
        yield from rest


def _apart(related: Sequence[Related], chain: Sequence[str]) -> tuple[list[Related], dict[str, Place]]:
    """Related places to show in frames, and those of steps of the chain, which are told with their step.

    Of the steps, the one that is related most closely (the first) is shown, too.
    """
    steps = [each for each in related if each.message in chain]
    framed = [each for each in related if each.message not in chain or each is steps[0]]
    return framed, {each.message: each.place for each in steps[1:]}


def _arrow(arrow: str, place: Place, gutter: int, style: Style) -> str:
    where = style.link(f"{visible(place.path)}:{place.line}:{place.column}", place)
    return f"{style.paint(f'{arrow:>{gutter + 3}}', 'blue')} {where}"


def _because(chain: Sequence[str], places: Mapping[str, Place]) -> Iterator[tuple[str, Place | None]]:
    """The driving chain; the middle of a long one is left out."""
    told: list[tuple[str, Place | None]] = [(f"because {step}", places.get(step)) for step in chain]
    if len(told) > LONGEST_CHAIN:
        left_out = len(told) - LONGEST_CHAIN + 1
        told[LONGEST_CHAIN // 3 : LONGEST_CHAIN // 3 + left_out] = [(f"… {left_out} more steps …", None)]
    return iter(told)


def _concerned(finding: Finding) -> Iterator[tuple[str, None]]:
    sides = ((finding.act, "must act"), (finding.know, "should know"))
    said = [f"{listed(teams, len(teams))} {verb}" for teams, verb in sides if teams]
    if said:
        yield "; ".join(said), None
