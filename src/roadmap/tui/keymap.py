"""Keys of one's own: a small file that gives actions other keys than the registry does.

::

    Quit: [q, ctrl+x]
    Next conflict: n
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from textual.keys import Keys

from roadmap.model.nearest import Nearest
from roadmap.source.load import parse
from roadmap.source.nodes import Node, ScalarNode, SequenceNode
from roadmap.tui.actions import ACTIONS, Action, named

KEPT = "ctrl+q"
"""Leaves, however the others are mapped: there is always a way out."""

_TITLED = {action.title.casefold(): action for action in ACTIONS}
_MODIFIERS = frozenset({"ctrl", "shift", "alt"})
_KNOWN = frozenset(key.value for key in Keys)


@dataclass(frozen=True)
class Keymap:
    """``keys``: name of an action to its keys, as Textual names them. ``problems``: a line each about what cannot be
    understood; the rest counts all the same."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def actions(self) -> tuple[Action, ...]:
        """The registry with these keys. A key that is given to one action is taken from the others."""
        taken = {key for keys in self.keys.values() for key in keys}
        return tuple(
            replace(action, keys=self.keys[action.name])
            if action.name in self.keys
            else replace(action, keys=tuple(key for key in action.keys if key not in taken))
            for action in ACTIONS
        )


def parse_keymap(path: str, text: str) -> Keymap:
    """What a file says, ``path`` being how its owner calls it: titles of actions, in any case, and their keys. Never
    raises."""
    document = parse(path, text)
    problems = [f"{path}:{fault.place.line}: {fault.message}" for fault in document.faults]
    keys: dict[str, tuple[str, ...]] = {}
    owners: dict[str, str] = {}
    for title, node in document.root.values.items() if document.root is not None else ():
        where = f"{path}:{node.place.line}: "
        action = _TITLED.get(title.casefold())
        if action is None:
            near = " or ".join(f"“{_TITLED[known].title}”" for known in Nearest().of(title.casefold(), _TITLED))
            problems.append(f"{where}there is no action “{title}”" + (f", but there is {near}" if near else ""))
            continue
        own: list[str] = []
        for written in _written(node):
            key = named(written)
            if not _is_key(key):
                problems.append(f"{where}there is no key “{written}”")
            elif key == KEPT and action.name != "quit":
                problems.append(f"{where}{KEPT} always leaves")
            elif key in owners:
                problems.append(f"{where}“{written}” is the key of “{owners[key]}” already")
            else:
                own.append(key)
                owners[key] = action.title
        if action.name == "quit" and KEPT not in own:
            own.append(KEPT)
        if own:
            keys[action.name] = tuple(own)
    return Keymap(keys, tuple(problems))


def _written(node: Node | None) -> Iterable[str]:
    if isinstance(node, SequenceNode):
        return (item.text for item in node.items if isinstance(item, ScalarNode))
    return (part.strip() for part in node.text.split(",")) if isinstance(node, ScalarNode) else ()


def _is_key(key: str) -> bool:
    """Whether a terminal can send it, as far as names tell."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if not base or not _MODIFIERS.issuperset(modifiers):
        return False
    if len(base) == 1 or base in _KNOWN or key in _KNOWN:
        return True
    try:
        return bool(unicodedata.lookup(base.replace("_", " ")))
    except KeyError:
        return False
