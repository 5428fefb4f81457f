"""Giving a thing another id, everywhere it is named, so that it stays the same thing.

The former id is written down (`was`), by which calendars and histories know it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from roadmap.edit.entries import with_entry
from roadmap.edit.mentions import Mention, mentions
from roadmap.edit.patches import Patch, Sheet
from roadmap.edit.scalars import replaced
from roadmap.model.directory import Directory, Target
from roadmap.model.references import Reference, parse_reference
from roadmap.model.values.dates import Anchored, first_day
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_WAS = "was"
_LINK = re.compile(r"(\S+?)(\.work)?(\s.*)?", re.DOTALL)
_INITIATIVES = ("initiative", "campaign", "project")


class Thing(NamedTuple):
    """What is renamed. ``kind``: as in `team:web`, or `initiative`, `task`, `release`. ``within``: the initiative of a
    task, the train of a release. ``key``: where its id is written; ``node``: what it holds."""

    kind: str
    id: str
    within: str | None
    key: ScalarNode
    node: Node

    @property
    def reference(self) -> str:
        """How others name it."""
        return self.id if self.within is None else f"{self.within}{'@' if self.kind == 'release' else '/'}{self.id}"


def former_ids(node: Node) -> list[str]:
    """What a thing says that it was called before (`was`)."""
    was = node.values.get(_WAS) if isinstance(node, MappingNode) else None
    items = was.items if isinstance(was, SequenceNode) else [was]
    return [item.text for item in items if isinstance(item, ScalarNode) and not item.is_null]


class Renaming:
    """``directory``: of the plan as it is. ``remember``: write the former id down."""

    def __init__(self, thing: Thing, new: str, directory: Directory, remember: bool = True) -> None:
        self._thing = thing
        self._remember = remember
        self._new = new
        self._directory = directory

    def patches(self, roots: Mapping[str, MappingNode | None], texts: Mapping[str, str]) -> list[Patch]:
        """All changes, or none where the former id cannot be written down."""
        sheets = {path: Sheet(path, text) for path, text in texts.items()}
        key, node = self._thing.key, self._thing.node
        sheet = sheets[key.file.path]
        found = {replaced(sheet, key.place, self._new)}
        if self._remember:
            remembered = with_entry(sheet, key, node, _WAS, self._former())
            if remembered is None:
                return []
            found.add(remembered)
        for mention in mentions(roots, self._directory):
            text = self._rewritten(mention)
            if text != mention.node.text and mention.node.place != key.place:
                found.add(replaced(sheets[mention.node.file.path], mention.node.place, text))
        return sorted(found)

    def _former(self) -> list[str]:
        """What the thing was called before, the latest last. A name that comes back is none of them, unless it is the
        first: that is the one by which calendars know the thing for good."""
        former = dict.fromkeys([*former_ids(self._thing.node), self._thing.id])
        first = next(iter(former))
        return [one for one in former if one == first or one != self._new]

    def _rewritten(self, mention: Mention) -> str:
        text = mention.node.text
        if mention.form == "id":
            return self._id(text, mention.kinds)
        if mention.form == "date":
            return "..".join(self._date(part, mention.homes) for part in text.split(".."))
        if mention.form == "release":
            return self._pinned(text)
        if mention.form == "link":
            match = _LINK.fullmatch(text)
            return self._reference(match[1], mention.homes) + (match[2] or "") + (match[3] or "") if match else text
        return self._reference(text, mention.homes)

    def _id(self, text: str, kinds: Iterable[str]) -> str:
        thing = self._thing
        kind, colon, name = text.rpartition(":")
        own = _INITIATIVES if thing.kind == "initiative" else (thing.kind,)
        if (
            thing.within is None
            and name == thing.id
            and any(one in kinds for one in own)
            and (not colon or kind in own)
        ):
            return f"{kind}{colon}{self._new}"
        return text

    def _date(self, text: str, homes: Iterable[str | None]) -> str:
        date = first_day(text.strip())
        if not isinstance(date, Anchored) or date.reference in ("launch", "ends"):
            return text
        return text.replace(date.reference, self._reference(date.reference, homes), 1)

    def _pinned(self, text: str) -> str:
        """`web@27.6`, or `27.6` where it is clear which train is meant."""
        train, at, name = text.rpartition("@")
        kind, colon, train = train.rpartition(":")
        if self._thing.kind == "train" and at and train == self._thing.id:
            return f"{kind}{colon}{self._new}@{name}"
        if self._thing.kind == "release" and name == self._thing.id and train in ("", self._thing.within):
            return f"{text.removesuffix(name)}{self._new}"
        return text

    def _reference(self, text: str, homes: Iterable[str | None]) -> str:
        for home in dict.fromkeys(homes):
            target = self._directory.find(text, home)
            reference = parse_reference(text)
            if isinstance(target, Target) and isinstance(reference, Reference):
                return _text(self._renamed(reference, target))
        return text

    def _renamed(self, reference: Reference, target: Target) -> Reference:
        thing, new = self._thing, self._new
        on_train = target.kind in ("release", "cut-off")
        if thing.kind == "task" and target.node == thing.reference:
            return reference._replace(head=new) if reference.tail is None else reference._replace(tail=new)
        if thing.kind == "release" and on_train and reference[1:3] == (thing.within, thing.id):
            return reference._replace(at=new)
        alone = target.kind == "task" and reference.tail is None
        if thing.kind == ("train" if on_train else "initiative") and reference.head == thing.id and not alone:
            return reference._replace(head=new)
        return reference


def _text(reference: Reference) -> str:
    kind, head, at, tail = reference
    return f"{f'{kind}:' if kind else ''}{head}{f'@{at}' if at else ''}{f'/{tail}' if tail else ''}"
