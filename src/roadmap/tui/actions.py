"""The one registry of actions: it feeds the keys, the command palette, the help and the documentation.

Nothing here needs a terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Group = Literal["Views", "Moving", "Time", "Finding", "Looking closer", "Everywhere"]

GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Action:
    """``name`` is that of its method in ``Deeds``, ``title`` what people call it, also where they map keys. ``keys``
    are as Textual names them. ``footer``: a word for the line at the bottom, empty where it is not shown there."""

    name: str
    keys: tuple[str, ...]
    title: str
    about: str
    group: Group
    footer: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("timeline", ("1",), "Timeline", "All work on one time axis", "Views"),
    Action("conflicts", ("2",), "Conflicts", "Everything that the checks find", "Views"),
    Action("next_view", ("right_square_bracket",), "Next view", "Go to the next view", "Views"),
    Action("previous_view", ("left_square_bracket",), "Previous view", "Go to the view before", "Views"),
    Action(
        "regroup",
        ("o",),
        "Order by",
        "Group the timeline by initiative, team or train; the conflicts by severity, initiative, team or code",
        "Views",
        "group",
    ),
    Action("down", ("j", "down"), "Down", "Select the next row", "Moving"),
    Action("up", ("k", "up"), "Up", "Select the row before", "Moving"),
    Action("page_down", ("pagedown", "ctrl+f"), "Page down", "Go one page down", "Moving"),
    Action("page_up", ("pageup",), "Page up", "Go one page up", "Moving"),
    Action("top", ("g", "home"), "Top", "Select the first row", "Moving"),
    Action("bottom", ("G", "end"), "Bottom", "Select the last row", "Moving"),
    Action("fold", ("space",), "Fold", "Fold or unfold the group", "Moving", "fold"),
    Action("fold_all", ("z",), "Fold all", "Fold or unfold all groups", "Moving"),
    Action("left", ("h", "left"), "Earlier", "Look a little earlier", "Time"),
    Action("right", ("l", "right"), "Later", "Look a little later", "Time"),
    Action("month_back", ("H", "shift+left"), "A month earlier", "Look a month earlier", "Time"),
    Action("month_on", ("L", "shift+right"), "A month later", "Look a month later", "Time"),
    Action("zoom_in", ("plus", "equals_sign"), "Zoom in", "From quarters to months, weeks and days", "Time", "zoom"),
    Action("zoom_out", ("minus",), "Zoom out", "From days to weeks, months and quarters", "Time"),
    Action("today", ("T",), "Today", "Go to today", "Time", "today"),
    Action("show", ("s",), "Show the bar", "Go to where the selected row has its bar", "Time"),
    Action(
        "bands", ("b",), "Freeze bands", "Freeze bands of all trains, of one train after the other, of none", "Time"
    ),
    Action(
        "filter",
        ("slash",),
        "Filter",
        "Show only what fits: text, team:web, train:web, initiative:spring-sale, status:doing, tag:x, code:LT2, "
        "late, critical, conflict; several words must all fit, -word must not",
        "Finding",
        "filter",
    ),
    Action("next_conflict", ("n",), "Next conflict", "Select the next conflict", "Finding", "next conflict"),
    Action("previous_conflict", ("N",), "Previous conflict", "Select the conflict before", "Finding"),
    Action(
        "details",
        ("enter",),
        "Details",
        "Open the details of the selected row; in the details, follow a step to its row",
        "Looking closer",
        "details",
    ),
    Action(
        "switch", ("tab", "shift+tab"), "To and from the details", "Move between rows and details", "Looking closer"
    ),
    Action(
        "edit",
        ("e",),
        "Edit",
        "Open the place in $VISUAL or $EDITOR; in the details, that of the selected line",
        "Looking closer",
        "edit",
    ),
    Action(
        "reading",
        ("v",),
        "Reading",
        "Read the terms of the glossary as marketing does, as IT does, or both ways",
        "Looking closer",
    ),
    Action("theme", ("c",), "Colours", "Dark, light, high contrast, 16 colours, no colours", "Everywhere"),
    Action("reload", ("r",), "Reload", "Read the files again (they are watched anyway)", "Everywhere"),
    Action("palette", ("colon", "ctrl+p"), "Commands", "Find a command, an initiative or a task by name", "Everywhere"),
    Action("help", ("question_mark", "f1"), "Help", "What the keys and the symbols mean", "Everywhere", "help"),
    Action("back", ("escape",), "Back", "Close what is open: help, filter, details", "Everywhere"),
    Action("quit", ("q", "ctrl+q", "ctrl+c"), "Quit", "Leave", "Everywhere", "quit"),
)

FOOTER = ("details", "filter", "next_conflict", "regroup", "zoom_in", "help", "quit", "edit", "fold", "today")
"""Actions on the line at the bottom; what has no room at the end is left out."""

_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+left": "shift+←",
    "shift+right": "shift+→",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "f1": "F1",
}


def shown(key: str) -> str:
    """A key as people read it."""
    return _SHOWN.get(key, key)


_NAMED = {text.casefold(): key for key, text in _SHOWN.items()}


def named(written: str) -> str:
    """A key as Textual names it, from the way people write it. Letters by themselves are small or capital, names are
    either."""
    folded = written.casefold()
    return _NAMED.get(folded, written if len(written) == 1 else folded)
