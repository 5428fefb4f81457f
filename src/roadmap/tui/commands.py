"""The command palette: every action of the registry, and every initiative and task by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from roadmap.outputs.terminal_text import visible
from roadmap.tui.actions import Action, shown
from roadmap.tui.places import names

if TYPE_CHECKING:
    from roadmap.tui.screen import PlanScreen

MOST = 30
"""Things that are found at a time."""


class Commands(CommandPalette):
    """Textual 8.2 ends the program where a page of commands is turned that has no room on the screen."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


class ActionCommands(Provider):
    async def discover(self) -> Hits:
        for action in self._actions:
            yield DiscoveryHit(_title(action), partial(self._run, action), help=action.about)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._actions:
            score = matcher.match(_title(action))
            if score > 0:
                yield Hit(score, matcher.highlight(_title(action)), partial(self._run, action), help=action.about)

    async def _run(self, action: Action) -> None:
        cast("PlanScreen", self.screen).action_do(action.name)

    @property
    def _actions(self) -> Sequence[Action]:
        return cast("PlanScreen", self.screen).roadmap_app.actions


class PlaceCommands(Provider):
    """Initiatives, launches and tasks: their title or id is typed, the timeline goes there."""

    async def discover(self) -> Hits:
        return
        yield  # nothing to discover: nobody reads a list of all tasks there

    async def search(self, query: str) -> Hits:
        screen = cast("PlanScreen", self.screen)
        words = query.casefold().split()
        for found, (text, node) in enumerate(_matching(names(screen.snapshot), words)):
            if found == MOST:
                break
            yield Hit(
                0.5 - found / 100, Content(text), partial(screen.go_to, node), text=text, help="show in the timeline"
            )


def _matching(known: Iterator[tuple[str, str]], words: list[str]) -> Iterator[tuple[str, str]]:
    for text, node in known:
        folded = text.casefold()
        if all(word in folded for word in words):
            yield visible(text), node


def _title(action: Action) -> str:
    keys = ", ".join(shown(key) for key in action.keys)
    return f"{action.title}  ({keys})" if keys else action.title
