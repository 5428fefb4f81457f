"""A line of a plan file with the stretch that is meant marked beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.outputs.cells import cells, fit, wrap
from roadmap.outputs.style import Paint, Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.nodes import Place

TAB = 4
_WIDEST = 160  # of a line in a file or a pipe, where no terminal sets the width


class CodeFrames:
    """Frames of the files ``texts`` (path to text); each file is split into lines once."""

    def __init__(self, texts: Mapping[str, str], style: Style) -> None:
        self._texts = texts
        self._style = style
        self._lines: dict[str, list[str]] = {}

    def frame(self, place: Place, mark: str, paint: Paint, label: str, gutter: int) -> Iterator[str]:
        """The line of ``place`` behind a gutter of that width, and marks with ``label`` under it.

        Nothing where the file has no such line.
        """
        line = self._line(place)
        if line is None:
            return
        style = self._style
        bar = style.paint(f"{'':{gutter}} |", "blue")
        room = max((style.width or _WIDEST) - gutter - 3, 10)
        shown, before, length = _marked(line, place, room)
        yield bar
        yield f"{style.paint(f'{place.line:{gutter}} |', 'blue')} {shown}".rstrip(" ")
        marks, label = mark * length, visible(label)
        if before + length + 1 + cells(label) <= room or style.width is None:
            yield f"{bar} {' ' * before}{style.paint(f'{marks} {label}'.rstrip(' '), paint)}"
            return
        yield f"{bar} {' ' * before}{style.paint(marks, paint)}"
        for text in wrap(label, room, " " * (before if room - before >= 30 else 0)):
            yield f"{bar} {style.paint(text, paint)}"

    def _line(self, place: Place) -> str | None:
        if place.path not in self._texts:
            return None
        if place.path not in self._lines:
            text = self._texts[place.path].removeprefix("\ufeff")
            self._lines[place.path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = self._lines[place.path]
        return lines[place.line - 1] if 1 <= place.line <= len(lines) else None


def _marked(line: str, place: Place, room: int) -> tuple[str, int, int]:
    """What is shown of ``line`` in ``room`` cells, the cells before the mark, and those of the mark (at least one)."""
    first = min(place.column - 1, len(line))
    last = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line.rstrip())
    start = 0
    if len(line) > room or cells(_spread(line)) > room:
        start, lead = first, 0
        while start and (lead := lead + cells(_spread(line[start - 1]))) <= room // 3:
            start -= 1
        line = line[start : start + room]
    ellipsis = "…" if start else ""
    before = cells(ellipsis + _spread(line[: first - start]))
    marked = cells(ellipsis + _spread(line[: max(last - start, 0)])) - before
    return fit(ellipsis + _spread(line), room), before, max(min(marked, room - before), 1)


def _spread(text: str) -> str:
    """Tabs as spaces, everything else visible."""
    if text.isprintable():
        return text
    spread = ""
    for character in text:
        spread += " " * (TAB - cells(spread) % TAB) if character == "\t" else visible(character)
    return spread
