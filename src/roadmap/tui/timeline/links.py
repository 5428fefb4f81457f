"""The link lines of the selected row: from the end of what it waits for to its start, and on to what waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmap.layout.scale import Scale
from roadmap.network import Edge, Network
from roadmap.schedule.result import LaunchDates, TaskDates
from roadmap.tui.canvas import Canvas
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.timeline.items import Item
from roadmap.tui.timeline.rows import Row

MOST = 60
"""Of more links at one task, nobody could follow one."""


class Line(NamedTuple):
    """From ``source`` (row) at cell ``leaves`` along the column ``column`` to ``target`` (row) at cell ``enters``."""

    source: int
    leaves: int
    column: int
    target: int
    enters: int
    ink: str


def lines_of(
    selected: int, rows: list[Row], index: Mapping[str, int], network: Network, scale: Scale
) -> tuple[Line, ...]:
    """``index``: node to the first of its rows. Links to what is not shown are left out."""
    row = rows[selected]
    if row.item is None or row.node not in network:
        return ()
    found: list[Line] = []
    for other in network.incoming[row.node][:MOST]:
        edge = network.edge(other, row.node)
        if other in index and _tells(other, row.item, edge):
            found.append(_line(index[other], selected, rows, edge, scale, "in"))
    for other in network.outgoing[row.node][:MOST]:
        edge = network.edge(row.node, other)
        if other in index and _tells(row.node, rows[index[other]].item, edge):
            found.append(_line(selected, index[other], rows, edge, scale, "out"))
    return tuple(line for line in found if line.source != line.target)


def _tells(source: str, target: Item | None, edge: Edge) -> bool:
    """Whether a line says something: all tasks of a launch lead to it, but only one decides when it can be."""
    if edge.links or edge.provides or not edge.member:
        return True
    return target is not None and isinstance(target.dates, LaunchDates) and target.dates.decided_by == source


def _line(source: int, target: int, rows: list[Row], edge: Edge, scale: Scale, ink: str) -> Line:
    kind = edge.links[0].type if edge.links else "FS"
    first, second = rows[source], rows[target]
    begins, ends = scale.stretch(first.first, _end(first, edge))
    starts, stops = scale.stretch(second.first, second.past)
    if kind == "SS":
        return Line(source, begins - 1, min(begins, starts) - 2, target, starts - 1, ink)
    if kind == "FF":
        return Line(source, ends, max(ends, stops) + 1, target, stops, ink)
    return Line(source, ends, max(ends, starts - 2), target, starts - 1, ink)


def _end(row: Row, edge: Edge) -> int:
    """Where a link leaves: the end of the work, or, as most do, where its result is there for others."""
    dates = row.item.dates if row.item is not None else None
    if isinstance(dates, TaskDates) and edge.links and edge.links[0].work:
        return max(dates.end, row.first + 1)
    return row.past


def draw(lines: tuple[Line, ...], row: int, left: int, canvas: Canvas, glyphs: Glyphs) -> None:
    """The pieces of all lines on one row, behind what stands there."""
    for line in lines:
        for cell, glyph in _pieces(line, row, glyphs.link):
            if canvas.free(cell - left):
                canvas.put(cell - left, glyph, line.ink)


def _pieces(line: Line, row: int, link: str) -> Iterator[tuple[int, str]]:
    top, bottom = sorted((line.source, line.target))
    if not top <= row <= bottom:
        return
    if top < row < bottom:
        yield line.column, link[0]
        return
    end = line.leaves if row == line.source else line.enters
    low, high = sorted((end, line.column))
    for cell in range(low, high + 1):
        if cell != line.column:
            yield cell, link[1]
    if row == line.target and line.enters != line.column:
        yield line.enters, link[6]
    corner = 2 + 2 * (row == bottom) + (end < line.column)
    yield line.column, link[0] if end == line.column else link[corner]
