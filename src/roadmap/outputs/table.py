"""A small writer of tables: columns as wide as their widest cell, or narrower where the terminal is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roadmap.outputs.cells import cells, fit, pad
from roadmap.outputs.style import Paint, Style
from roadmap.outputs.terminal_text import visible

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """``least``: how narrow it may become (``None``: not narrower than its widest cell).

    ``keep``: columns with the smallest number are left out first where there is no room; those of the largest stay.
    """

    title: str
    right: bool = False
    least: int | None = None
    keep: int = 9


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    paints: tuple[Paint, ...] = ()


Row = Sequence[Cell] | str
"""The cells of a row, or a heading that runs over all columns."""


def table(columns: Sequence[Column], rows: Iterable[Row], style: Style, indent: str = "") -> Iterator[str]:
    """The lines of a table, without columns that have nothing in them.

    Cells are made visible here; headings are lines that are ready to print.
    """
    made = [row if isinstance(row, str) else [Cell(visible(cell.text), cell.paints) for cell in row] for row in rows]
    wanted = {}
    for index, column in enumerate(columns):
        widest = max((cells(row[index].text) for row in made if not isinstance(row, str)), default=0)
        if widest:
            wanted[index] = max(widest, cells(column.title))
    shown = _shown(columns, wanted, None if style.width is None else style.width - cells(indent))
    if shown:
        yield _line([Cell(column.title, ("dim",)) for column in columns], columns, shown, style, indent)
    for row in made:
        yield row if isinstance(row, str) else _line(row, columns, shown, style, indent)


def _shown(columns: Sequence[Column], wanted: dict[int, int], width: int | None) -> dict[int, int]:
    """Index of each column that is shown, and its width."""
    shown = dict(wanted)
    while shown and width is not None:
        over = sum(shown.values()) + len(GAP) * (len(shown) - 1) - width
        for index in sorted(shown, key=lambda index: -shown[index]):
            least = columns[index].least
            if over > 0 and least is not None and shown[index] > least:
                narrower = max(least, shown[index] - over)
                over -= shown[index] - narrower
                shown[index] = narrower
        most = max(columns[index].keep for index in shown)
        spare = [index for index in shown if columns[index].keep < most]
        if over <= 0 or not spare:
            return shown
        del shown[min(spare, key=lambda index: columns[index].keep)]
        shown = {index: wanted[index] for index in shown}
    return shown


def _line(row: Sequence[Cell], columns: Sequence[Column], shown: dict[int, int], style: Style, indent: str) -> str:
    texts = [
        style.paint(pad(fit(row[index].text, width), width, columns[index].right), *row[index].paints)
        for index, width in shown.items()
    ]
    last = next(reversed(shown))
    if not columns[last].right:  # no spaces at the end of a line
        texts[-1] = style.paint(fit(row[last].text, shown[last]), *row[last].paints)
    return (indent + GAP.join(texts)).rstrip(" ")
