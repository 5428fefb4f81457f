"""Every scalar of the plan files that names something, found by the annotations by which plan files are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from roadmap.model.directory import Directory, Missing
from roadmap.model.initiative import Campaign, Initiative, Launch, Project
from roadmap.model.names import Names
from roadmap.model.noun import Noun, kebab
from roadmap.model.nouns import NOUNS
from roadmap.model.scenario import Scenario
from roadmap.model.sections import KINDS
from roadmap.model.settings import Settings
from roadmap.model.task import Request, Task
from roadmap.model.template import Template
from roadmap.model.train import WrittenRelease
from roadmap.model.values.cutoffs import CutOff
from roadmap.model.values.dates import Span, first_day, last_day
from roadmap.model.values.links import Link
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

Form = Literal["id", "reference", "link", "date", "release"]
_SECTIONS: dict[str, type[Noun]] = {
    **NOUNS, "templates": Template, "campaigns": Campaign, "projects": Project, "answers": Request
}  # fmt: skip
_KINDS = {KINDS[section]: cls for section, cls in NOUNS.items()}
_BY_TARGET: dict[str, type[Noun]] = {"task": Task, "launch": Launch, "release": WrittenRelease}


class Mention(NamedTuple):
    """``form``: how the text names things. ``kinds``: of what an id can be one. ``homes``: the initiatives in which
    a reference is looked up, in this order."""

    node: ScalarNode
    form: Form
    kinds: tuple[str, ...] = ()
    homes: tuple[str | None, ...] = (None,)


def mentions(roots: Mapping[str, MappingNode | None], directory: Directory) -> Iterator[Mention]:
    """In order of file and place. What is defined is not among them; what stands in a template has no home."""
    walk = _Walk(directory)
    for _, root in sorted(roots.items()):
        for section, _, node in root.items() if root is not None else ():
            if section == "roadmap":
                yield from walk.noun(Settings, node, None)
            elif section in _SECTIONS and isinstance(node, MappingNode):
                for name, key, entry in node.items():
                    if section == "answers":
                        yield Mention(key, "reference")
                    home = name if section in ("campaigns", "projects") else None
                    yield from walk.noun(_SECTIONS[section], entry, home)


class _Walk:
    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def noun(self, cls: type[Noun], node: Node, home: str | None) -> Iterator[Mention]:
        if not isinstance(node, MappingNode):
            if cls.shorthand is not None:
                field = cls.model_fields[cls.shorthand]
                yield from self.value(field.annotation, tuple(field.metadata), node, home)
            return
        for name, field in cls.model_fields.items():
            child = node.values.get(kebab(name))
            if child is None or field.exclude is True:
                continue
            if (cls, name) == (Task, "release"):
                yield from (Mention(scalar, "release", homes=(home,)) for scalar in _scalars(child))
            elif issubclass(cls, Initiative) and name == "after_result":
                scales = node.values.get("scales")
                pilot = scales.text if isinstance(scales, ScalarNode) else None
                yield from (Mention(scalar, "reference", homes=(pilot, home)) for scalar in _scalars(child))
            elif (cls, name) == (Scenario, "change"):
                yield from self._changes(child)
            else:
                yield from self.value(field.annotation, tuple(field.metadata), child, home)

    def value(self, annotation: Any, metadata: tuple[Any, ...], node: Node, home: str | None) -> Iterator[Mention]:
        origin, arguments = get_origin(annotation), get_args(annotation)
        names = next((mark for mark in metadata if isinstance(mark, Names)), None)
        if origin is Annotated:
            yield from self.value(arguments[0], arguments[1:], node, home)
        elif origin in (Union, UnionType):
            (inner,) = (argument for argument in arguments if argument is not NoneType)
            yield from self.value(inner, metadata, node, home)
        elif names is not None:
            yield from (Mention(scalar, "id", names.kinds) for scalar in _scalars(node))
        elif first_day in metadata or last_day in metadata or annotation in (dt.date, Span):
            yield from (Mention(scalar, "date", homes=(home,)) for scalar in _scalars(node))
        elif origin is tuple:
            for item in node.items if isinstance(node, SequenceNode) else (node,):
                yield from self.value(arguments[0], (), item, home)
        elif origin is dict and isinstance(node, MappingNode):
            for _, key, child in node.items():
                yield from self.value(arguments[0], (), key, home)
                yield from self.value(arguments[1], (), child, home)
        elif annotation is Link:
            found = node.values.get("task") if isinstance(node, MappingNode) else node
            yield from (Mention(scalar, "link", homes=(home,)) for scalar in _scalars(found))
        elif annotation is CutOff:
            moments = list(node.values.values()) if isinstance(node, MappingNode) else [node]
            yield from (Mention(one, "date", homes=(home,)) for moment in moments for one in _scalars(moment))
        elif isinstance(annotation, type) and issubclass(annotation, Noun):
            yield from self.noun(annotation, node, home)

    def _changes(self, node: Node) -> Iterator[Mention]:
        for text, key, child in node.items() if isinstance(node, MappingNode) else ():
            kind, colon, _ = text.partition(":")
            if colon and kind in _KINDS:
                yield Mention(key, "id", (kind,))
                yield from self.noun(_KINDS[kind], child, None)
                continue
            yield Mention(key, "reference")
            target = self._directory.find(text, None)
            if isinstance(target, Missing):
                continue
            owner = target.node.partition("/")[0].partition("@")[0]
            cls = _BY_TARGET.get(target.kind)
            if target.node in self._directory.campaigns or target.node in self._directory.projects:
                cls = Campaign if target.node in self._directory.campaigns else Project
            if cls is not None:
                yield from self.noun(cls, child, owner if target.kind in ("task", "launch", "end") else None)


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    """A scalar, or those of a list."""
    for item in node.items if isinstance(node, SequenceNode) else (node,):
        if isinstance(item, ScalarNode):
            yield item
