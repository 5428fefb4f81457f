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
    taken = _cells([*views, *right])
    if right and taken + NAME > width:
        taken -= cell_len(right.pop()[0])
    name = f" {visible(snapshot.plan.settings.title) if snapshot is not None else 'Roadmap'} "
    room = width - taken - 1
    if cell_len(name) > room:
        name = f"{fitted(name, room - 1, glyphs.ellipsis)} " if room >= NAME else ""
    return [(name, "title", ""), (" ", "dim", ""), *views], right, actions


def _standing(snapshot: Snapshot, glyphs: Glyphs) -> list[Piece]:
    """How the plan stands, and the day."""
    found: list[Piece] = []
    for severity in SEVERITIES:
        number = snapshot.count(severity)
        if number:
            found.append((f"{glyphs.severity(severity)} {number}  ", severity, ""))
    if not snapshot.checked:
        found.insert(0, ("checking  ", "dim", ""))
    elif not found:
        found.append((f"{glyphs.good} no conflicts  ", "good", ""))
    return [*found, (f"{day_text(snapshot.study.today)} ", "today", "")]


def key_line(actions: Sequence[Action], wanted: Filter, rows: int, width: int) -> tuple[list[Piece], list[Piece]]:
    """The keys that matter most, or the filter that is in force."""
    left: list[Piece] = []
    if wanted or wanted.problem:
        left += [(" / ", "key", ""), (visible(wanted.text), "title", "search"), ("  ", "dim", "")]
        left.append(
            (f"{wanted.problem}  ", "warning", "")
            if wanted.problem
            else (f"{rows_text(rows)}, esc shows all  ", "dim", "")
        )
    pairs: dict[str, list[Piece]] = {
        action.name: [(f" {shown(action.keys[0])} ", "key", ""), (f"{action.footer} ", "dim", "")]
        for action in actions
        if action.keys
    }
    room = width - _cells(left)
    fitting = set()
    for name in ("help", *FOOTER):  # the help tells of all that have no room
        if name in pairs and name not in fitting and _cells(pairs[name]) <= room:
            fitting.add(name)
            room -= _cells(pairs[name])
    return [*left, *(piece for name in FOOTER if name in fitting for piece in pairs[name])], []


def rows_text(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(text) for text, _, _ in pieces)
