"""``--statistics`` for people: how often each check found something."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.table import Cell, Column, table


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """A row for each check, the most frequent first."""
    columns = (Column("count", right=True), Column("code"), Column("severity", keep=1), Column("check", least=8))
    rows = [
        [Cell(str(count)), Cell(code), Cell(severity), Cell(name)] for count, code, name, severity in reported.codes
    ]
    return table(columns, rows, style) if rows else iter(())
