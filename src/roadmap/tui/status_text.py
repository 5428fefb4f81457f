"""What the lines around the views say."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from roadmap.findings.finding import SEVERITIES
from roadmap.outputs.day_text import day_text
from roadmap.outputs.terminal_text import visible
from roadmap.tui.actions import FOOTER, Action, shown
from roadmap.tui.canvas import fitted
from roadmap.tui.filter import Filter
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.lines import Piece
from roadmap.tui.snapshot import Snapshot

NAME = 12
"""Of the name of a plan fewer cells tell little."""

_VIEWS = (("1", "timeline", "Timeline"), ("2", "conflicts", "Conflicts"))


def title_line(
    snapshot: Snapshot | None, current: str, glyphs: Glyphs, width: int
) -> tuple[list[Piece], list[Piece], dict[str, str]]:
    """The left and the right end, and the actions of what may be clicked. Where there is little room the date goes
    first, then the name of the plan: the views and the conflicts stay."""
    views: list[Piece] = []
    actions: dict[str, str] = {}
    for key, action, title in _VIEWS:
        chosen = action == current
        text = f" {key} {title} "
        views.append((text, "chosen" if chosen else "dim", "cursor" if chosen else ""))
        actions[text] = action
    right = _standing(snapshot, glyphs) if snapshot is not None else []
    taken = sum(cell_len(text) for text, _, _ in (*views, *right))
    if right and taken + NAME > width:
        taken -= cell_len(right.pop()[0])
    name = f" {visible(snapshot.plan.settings.title) if snapshot is not None else 'Roadmap'} "
    room = width - taken - 1
    if cell_len(name) > room:
        name = f"{fitted(name, room - 1)} " if room >= NAME else ""
    return [(name, "title", ""), (" ", "dim", ""), *views], right, actions


def _standing(snapshot: Snapshot, glyphs: Glyphs) -> list[Piece]:
    """How the plan stands, and the day."""
    found: list[Piece] = []
    for severity in SEVERITIES:
        number = snapshot.count(severity)
        if number:
            found.append((f"{glyphs.severity(severity)} {number}  ", severity, ""))
    if snapshot.checked and not found:
        found.append((f"{glyphs.good} no conflicts  ", "good", ""))
    elif not snapshot.checked:
        found.append(("checking…  ", "dim", ""))
    return [*found, (f"{day_text(snapshot.study.today)} ", "today", "")]


def key_line(actions: Sequence[Action], wanted: Filter, rows: int, width: int) -> tuple[list[Piece], list[Piece]]:
    """The keys that matter most, or the filter that is in force."""
    left: list[Piece] = []
    if wanted or wanted.problem:
        left += [(" / ", "key", ""), (visible(wanted.text), "title", "search"), ("  ", "dim", "")]
        left.append(
            (f"{wanted.problem}  ", "warning", "") if wanted.problem else (f"{rows} rows, esc shows all  ", "dim", "")
        )
    by_name = {action.name: action for action in actions if action.keys}
    for action in (by_name[name] for name in FOOTER if name in by_name):
        pair: list[Piece] = [(f" {shown(action.keys[0])} ", "key", ""), (f"{action.footer} ", "dim", "")]
        if sum(cell_len(text) for text, _, _ in (*left, *pair)) <= width:
            left += pair
    return left, []
