"""What goes along while nodes are read: the names that exist, the faults found, and the dates that are still to
be worked out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from roadmap.model.directory import Missing
from roadmap.model.later import INVALID, SETTINGS_SCOPE, Later, Scope
from roadmap.model.names import FUNCTIONS
from roadmap.model.nearest import Nearest
from roadmap.model.sections import KINDS
from roadmap.model.values.value import Problem, quoted
from roadmap.source.faults import Fault, FaultKind, Related
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode

REGISTERS = frozenset({"team", "objective", "technology", "data", "channel", "audience"})
"""Kinds whose names are only checked in a workspace that keeps the register."""

SECTION_OF = {**{kind: section for section, kind in KINDS.items()}, "initiative": "campaigns or projects"}
"""Where things of a kind are defined."""


def shape(node: Node) -> str:
    """What a node is, for people."""
    if isinstance(node, ScalarNode):
        return quoted(node.text)
    if isinstance(node, SequenceNode):
        return "a list"
    return "a mapping (`key: value`)"


class Reading:
    """``known``: kind to the places of its ids. ``misnamed``: ids of each kind that were refused, so that references to
    them are not reported too. ``incomplete``: something was not read at all, so that a name that is not known may be
    defined there; ``unchecked`` counts those. ``pending``: values of nouns that stand on anchored dates: mapping, key,
    value if there is none, and what gives it. ``scope``: what is being read. ``teams``: who is named in a workspace
    that defines no teams, and where first. ``doubtful``: labels of scopes with a fault in them.
    """

    def __init__(
        self,
        known: Mapping[str, Mapping[str, Place]],
        misnamed: Collection[tuple[str, str]],
        incomplete: bool,
        nearest: Nearest,
    ) -> None:
        self.known = known
        self.misnamed = misnamed
        self.incomplete = incomplete
        self.unchecked = 0
        self.faults: list[Fault] = []
        self.pending: list[tuple[dict[str, Any], str, Any, Later]] = []
        self.scope = Scope(SETTINGS_SCOPE)
        self.doubtful: set[str] = set()
        self.teams: dict[str, Place] = {}
        self.nearest = nearest

    def fault(
        self,
        kind: FaultKind,
        message: str,
        place: Place,
        suggestion: str | None = None,
        related: tuple[Related, ...] = (),
        gist: str = "",
    ) -> None:
        self.faults.append(Fault(kind, message, place, related, suggestion=suggestion, gist=gist))
        self.doubtful.add(self.scope.label)

    def problem(self, problem: Problem, node: Node) -> Any:
        """Reports why a text is not a value. Gives ``INVALID``, as all that report here do."""
        self.fault(problem.kind, _sentence(problem.message), node.place, problem.suggestion)
        return INVALID

    def wrong_type(self, expected: str, node: Node) -> Any:
        self.fault("wrong-type", f"This should be {expected}, but it is {shape(node)}.", node.place)
        return INVALID

    def choices(self, choices: Collection[str], node: ScalarNode) -> Any:
        listed = list(choices)
        near = self.nearest.of(node.text.lower(), listed)
        self.fault(
            "bad-value",
            f"{quoted(node.text)} is not one of {', '.join(listed)}.",
            node.place,
            near[0] if len(near) == 1 else None,
        )
        return INVALID

    def unknown_key(self, key: ScalarNode, node: MappingNode, keys: Collection[str], what: str) -> None:
        """``node``: the mapping that the key is of. What stands beside the key already cannot be meant."""
        written = {text: node.keys[text] for text in keys if text in node.keys}
        beside = {text for text, other in written.items() if _within(other, node) == _within(key, node)}
        near = self.nearest.of(key.text.replace("_", "-").lower(), [text for text in keys if text not in beside])
        hint = f"; did you mean {' or '.join(f'`{text}`' for text in near)}?" if near else "."
        gist = f"{what} has no key {quoted(key.text)}"
        self.fault("unknown-key", gist + hint, key.place, near[0] if len(near) == 1 else None, gist=gist)

    def unknown(self, kind: str, name: str, node: Node, whole: str | None = None) -> Any:
        """A name of ``kind`` that nothing has. ``whole`` is the text at ``node``, where it says more than the name."""
        if kind in REGISTERS and not self.known[kind]:
            if kind == "team":
                self._note_team(name, node.place)
                self.unchecked += self.incomplete
            return whole or name
        if self.incomplete:
            self.unchecked += 1
        elif (kind, name) not in self.misnamed:
            near = self.nearest.of(name, self.known[kind])
            hint = (
                f"; did you mean {' or '.join(quoted(text) for text in near)}?"
                if near
                else f": define it in {SECTION_OF[kind]}, or correct the name."
            )
            text, gist = whole or name, f"No {_CALLED.get(kind, kind)} is called {quoted(name)}"
            self.fault(
                _UNKNOWN.get(kind, f"unknown-{kind}"),  # type: ignore[arg-type]
                gist + hint,
                node.place,
                text.replace(name, near[0], 1) if len(near) == 1 else None,
                tuple(Related(self.known[kind][text], f"{quoted(text)} is defined here") for text in near),
                gist,
            )
        return INVALID

    def _note_team(self, name: str, place: Place) -> None:
        self.teams[name] = min(place, self.teams.get(name, place))

    def missing(self, missing: Missing, name: str, place: Place, whole: str) -> None:
        """A reference that means nothing: ``name``, within the text ``whole`` at ``place``."""
        if missing.reported:
            return
        if self.incomplete and missing.kind not in _CERTAIN:
            self.unchecked += 1
            return
        near = missing.near
        hint = f": {missing.remedy}." if missing.remedy else "."
        if near:
            hint = f"; did you mean {' or '.join(quoted(text) for text, _ in near)}?"
        suggestion = whole.replace(name, near[0][0], 1) if len(near) == 1 else None
        related = tuple(Related(where, f"{quoted(text)} is defined here") for text, where in near if where)
        self.fault(missing.kind, missing.message + hint, place, suggestion, related, missing.message)

    def unknown_function(self, name: str, node: Node) -> Any:
        self.fault("bad-value", f"{quoted(name)} is not a function: write one of {', '.join(FUNCTIONS)}.", node.place)
        return INVALID


_CERTAIN = frozenset({"bad-link", "ambiguous", "unknown-release", "unknown-cut-off", "unknown-market"})
"""What is written in one place, so that files that were not read cannot hold it."""

_UNKNOWN = {"campaign": "unknown-initiative", "project": "unknown-initiative", "initiative": "unknown-initiative"}
_CALLED = {"initiative": "campaign or project", "data": "data set"}


def _within(key: ScalarNode, node: MappingNode) -> bool:
    """Whether a key is written in a mapping itself, and not in the template below it."""
    _, line, column, end_line, end_column = node.place
    at = key.place
    return at.path == node.file.path and (line, column) <= (at.line, at.column) < (end_line, end_column)


def _sentence(message: str) -> str:
    return message if message.endswith((".", "?")) else message + "."


def empty_mapping(at: Node) -> MappingNode:
    """A mapping without keys, at the place of what was written instead of one."""
    return MappingNode(at.file, at.number)
