"""The label column of the timeline: the name of a row, how it stands, and its float."""

from __future__ import annotations

from roadmap.schedule.result import LaunchDates, TaskDates
from roadmap.tui.canvas import fitted
from roadmap.tui.lines import LineView, Piece
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item
from roadmap.tui.timeline.rows import Group, Row

WITH_FLOAT = 28
"""From this width on, the column has room for floats."""

FLOAT = 6


def draw_label(row: Row, snapshot: Snapshot, width: int, selected: bool, view: LineView) -> list[Piece]:
    """Texts with the inks of what they are painted with, ``width`` cells and the edge beside them."""
    glyphs = view.glyphs
    subject, severity = row.subject, row.severity(snapshot)
    back = ("cursor" if view.has_focus else "cursorless") if selected else "bar" if row.item is None else ""
    edge: Piece = (glyphs.edge, "rule", back)
    mark = glyphs.severity(severity) if severity else " "
    point = glyphs.cursor if selected else " "
    if isinstance(subject, Group):
        sign = glyphs.folded if row.folded else glyphs.open
        conflicts = subject.conflicts(snapshot)
        count = f" {mark}{conflicts}" if conflicts else ""
        room = width - 3 - len(count) - 1
        return [
            (point, "key", back),
            (f"{sign} ", "dim", back),
            (fitted(row.label, room, glyphs.ellipsis), "group", back),
            (count, severity or "dim", back),
            (" ", "dim", back),
            edge,
        ]
    shown = float_text(subject) if width >= WITH_FLOAT else ""
    room = width - 5 - (FLOAT if width >= WITH_FLOAT else 0)
    sign = {"launch": f"{glyphs.launch} ", "deadline": f"{glyphs.milestone} "}.get(subject.kind, "")
    pieces = [
        (point, "key", back),
        ("  ", "dim", back),
        (mark, severity or "dim", back),
        (" ", "dim", back),
        (fitted(f"{sign}{row.label}", room, glyphs.ellipsis), "launch" if subject.kind != "task" else "text", back),
    ]
    if width >= WITH_FLOAT:
        pieces.append((f"{shown:>{FLOAT - 1}} ", "late" if shown.startswith("-") else "dim", back))
    return [*pieces, edge]


def float_text(item: Item) -> str:
    """Working days that it may slip; ``done`` and the like where that is no question any more."""
    if item.task is not None and item.task.status == "done":
        return "done"
    if isinstance(item.dates, TaskDates):
        return f"{item.dates.total_float}d" if abs(item.dates.total_float) < 10_000 else ""
    if isinstance(item.dates, LaunchDates) and item.dates.launched is None and item.dates.possible is not None:
        return f"{item.dates.float_}d"
    return ""
