"""The key table of the documentation, from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.tui.actions import ACTIONS, GROUPS, Action, shown


def key_table(actions: Sequence[Action] = ACTIONS) -> Iterator[str]:
    """Markdown, line by line: what ``roadmap tui --keys`` prints and docs/keys.md holds."""
    yield "# Keys of `roadmap tui`"
    yield ""
    yield "`roadmap tui --keys` prints this page. Every action is in the command palette (`:`), too."
    for group in GROUPS:
        yield ""
        yield f"## {group}"
        yield ""
        yield "| keys | action | what it does |"
        yield "| --- | --- | --- |"
        for action in actions:
            if action.group == group:
                keys = " ".join(f"`{shown(key)}`" for key in action.keys)
                yield f"| {keys} | {action.title} | {action.about} |"
    yield ""
    yield "## Mouse"
    yield ""
    yield "A click selects a row, a click on a group folds it, a click on a bar opens its details."
    yield "The wheel scrolls; with shift, through time."
