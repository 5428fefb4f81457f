"""The sections of all files, merged: ids to what is written under them, and faults where two files say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from roadmap.model.names import parse_id, parse_word
from roadmap.model.nearest import Nearest
from roadmap.model.noun import is_null
from roadmap.model.values.value import Problem, quoted
from roadmap.source.faults import Fault, Related
from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode

SETTINGS_FILE = "roadmap.yaml"

KINDS = {
    "calendars": "calendar", "teams": "team", "services": "service", "trains": "train", "blackouts": "blackout",
    "templates": "template", "campaigns": "campaign", "projects": "project", "objectives": "objective",
    "channels": "channel", "audiences": "audience", "technologies": "technology", "data": "data",
    "glossary": "word", "reviews": "review", "scenarios": "scenario", "answers": "answer",
}  # fmt: skip
"""Section to the kind of thing in it."""

_SHARED = {"campaign": "initiative", "project": "initiative"}
"""Kinds that share one space of ids."""


class Entry(NamedTuple):
    """One id of a section, and what stands under it (perhaps null)."""

    key: ScalarNode
    node: Node


class Sections:
    """``entries``: section to its ids in sorted order. ``misnamed``: (kind, text) of ids that were refused.
    ``faulty``: places of sections that could not be read, so that names may be missing.
    """

    def __init__(self) -> None:
        self.settings: MappingNode | None = None
        self.entries: dict[str, dict[str, Entry]] = {section: {} for section in KINDS}
        self.misnamed: set[tuple[str, str]] = set()
        self.faulty: list[Place] = []
        self.faults: list[Fault] = []
        self._taken: dict[tuple[str, str], Place] = {}

    def known(self) -> dict[str, dict[str, Place]]:
        """Kind to the places of its ids; ``initiative`` has those of campaigns and projects."""
        known: dict[str, dict[str, Place]] = {"initiative": {}}
        for section, kind in KINDS.items():
            known[kind] = {name: entry.key.place for name, entry in self.entries[section].items()}
            if kind in _SHARED:
                known[_SHARED[kind]].update(known[kind])
        return known

    def add(self, path: str, root: MappingNode, nearest: Nearest) -> None:
        """Takes in the sections of one file; files come in sorted order of their paths."""
        for section, key, node in root.items():
            if section == "roadmap":
                self._add_settings(path, key, node)
            elif section not in KINDS:
                near = nearest.of(section.lower(), {"roadmap", *KINDS} - root.keys.keys())
                hint = f"; did you mean {' or '.join(f'`{text}`' for text in near)}?" if near else "."
                gist = f"A plan file has no section {quoted(section)}"
                suggestion = near[0] if len(near) == 1 else None
                self.faults.append(Fault("unknown-key", gist + hint, key.place, suggestion=suggestion, gist=gist))
            elif isinstance(node, MappingNode):
                self._add_entries(section, node)
            elif not is_null(node):
                message = (
                    f"The section `{section}` should be a mapping: the id of each {KINDS[section]}, and what it is."
                )
                self.faults.append(Fault("wrong-type", message, node.place))
                self.faulty.append(node.place)

    def _add_settings(self, path: str, key: ScalarNode, node: Node) -> None:
        if path != SETTINGS_FILE:
            message = (
                f"The section `roadmap` holds the settings of the workspace: move it to {SETTINGS_FILE} at its root."
            )
            self.faults.append(Fault("unknown-key", message, key.place))
        elif isinstance(node, MappingNode):
            self.settings = node
        elif not is_null(node):
            message = "The section `roadmap` should be a mapping of settings such as `title` and `calendar`."
            self.faults.append(Fault("wrong-type", message, node.place))

    def _add_entries(self, section: str, node: MappingNode) -> None:
        kind, entries = KINDS[section], self.entries[section]
        check = _KEY_CHECKS.get(section, parse_id)
        for text, key, child in node.items():
            problem = check(text)
            if isinstance(problem, Problem):
                self.faults.append(Fault(problem.kind, f"{problem.message}.", key.place, suggestion=problem.suggestion))
                self.misnamed.update(((kind, text), (_SHARED.get(kind, kind), text)))
                continue
            space = (_SHARED.get(kind, kind), text)
            if space in self._taken:
                self._report_duplicate(space, section, key)
                continue
            self._taken[space] = key.place
            entries[text] = Entry(key, child)

    def _report_duplicate(self, space: tuple[str, str], section: str, key: ScalarNode) -> None:
        first = self._taken[space]
        what = "campaign or project" if space[0] == "initiative" else KINDS[section]
        message = (
            f"The {what} {quoted(key.text)} is already defined in {first.path}, line {first.line}: "
            "give one of them another id, or merge them."
        )
        related = (Related(first, "It is defined here first"),)
        self.faults.append(Fault("duplicate-id", message, key.place, related=related, items=(key.text,)))


def _answer_key(text: str) -> str | Problem:
    # What an answer is to is looked up among the tasks, which says more than the form of its key.
    return text


_KEY_CHECKS: dict[str, Callable[[str], str | Problem]] = {"glossary": parse_word, "answers": _answer_key}


def merge(roots: Mapping[str, MappingNode | None], nearest: Nearest) -> Sections:
    """The sections of all files, files in sorted order of their paths."""
    sections = Sections()
    for path, root in sorted(roots.items()):
        if root is not None:
            sections.add(path, root, nearest)
    for section, entries in sections.entries.items():
        sections.entries[section] = dict(sorted(entries.items()))
    return sections
