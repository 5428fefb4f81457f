"""Every option of every command, from the parsers themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping

from roadmap.cli.parser import parser

_EVERYWHERE = "everywhere"


def pages() -> Mapping[str, str]:
    """The text by path below ``docs/``."""
    return {"reference/options.md": "\n".join(_lines()) + "\n"}


def _lines() -> Iterator[str]:
    whole = parser()
    yield "# Every option"
    yield ""
    yield "<!-- Written by `python -m docs.make` from src/roadmap/cli/. Edit it there. -->"
    yield ""
    yield "What `roadmap COMMAND --help` knows, in one place. [The commands](../commands.md) tells how they are used."
    yield ""
    yield "## Every command"
    yield ""
    yield from _table(action for group in whole._action_groups for action in group._group_actions)
    for name, command in _commands(whole).items():
        yield ""
        yield f"## `roadmap {name}`"
        yield ""
        yield command.description or ""
        own = (group for group in command._action_groups if group.title != _EVERYWHERE)
        rows = list(_table(action for group in own for action in group._group_actions))
        if len(rows) > 2:
            yield ""
            yield from rows


def _commands(whole: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    return {
        name: command
        for action in whole._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, command in action.choices.items()
    }


def _table(actions: Iterable[argparse.Action]) -> Iterator[str]:
    yield "| option | says |"
    yield "| --- | --- |"
    for action in actions:
        hidden = isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
        if not hidden and action.help != argparse.SUPPRESS:
            yield f"| {_spelling(action)} | {_cell(action.help or '')}{_choices(action)} |"


def _spelling(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    if not action.option_strings:
        repeated = action.nargs in ("*", "+")
        return f"`{value}{'…' if repeated else ''}`"
    return ", ".join(f"`{option} {value}`" if value else f"`{option}`" for option in action.option_strings)


def _choices(action: argparse.Action) -> str:
    """The values that may be given, where the help does not name them."""
    choices = [str(choice) for choice in action.choices or ()]
    if not choices or all(choice in (action.help or "") for choice in choices):
        return ""
    return ": " + ", ".join(f"`{choice}`" for choice in choices)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
