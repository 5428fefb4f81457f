"""The base of everything a plan names.

A module of nouns does without ``from __future__ import annotations``: pydantic would compile and evaluate the text of
every annotation, which takes a third of the time in which the classes are made.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from roadmap.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode


def kebab(name: str) -> str:
    """Field name to the key that planners write: ``not_before`` to ``not-before``."""
    return name.rstrip("_").replace("_", "-")


def is_null(node: Node) -> bool:
    """Whether a value is as if it were not written."""
    return isinstance(node, ScalarNode) and node.is_null


def says(node: Node | None, key: str) -> bool:
    """Whether a mapping has a key with a value that is not null."""
    return isinstance(node, MappingNode) and key in node.values and not is_null(node.values[key])


class Noun(BaseModel):
    """A frozen model that remembers the mapping it was read from.

    ``node`` holds the keys as written (after templates were merged in), so that every value knows its place;
    ``named_by`` is what the noun is named by, where that is not the key of its node. What was not written is not held
    here: its default is the class's (see ``fields.py``).
    """

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,
        extra="forbid",
        strict=True,
        arbitrary_types_allowed=True,
        alias_generator=kebab,
        populate_by_name=True,
        ignored_types=(),
    )

    called: ClassVar[str] = "This"
    """The subject of a sentence about it: "A task" has no key so and so."""
    shorthand: ClassVar[str | None] = None
    """The field that a scalar is read as, where a mapping is not needed."""
    reserved: ClassVar[frozenset[str]] = frozenset()
    """Keys that are kept for later versions."""

    node: Any = Field(default=None, exclude=True, repr=False)
    named_by: Any = Field(default=None, exclude=True, repr=False)

    @property
    def place(self) -> Place:
        """Where this is named. What nobody wrote has no place."""
        if self.named_by is not None:
            return self.named_by.place  # type: ignore[no-any-return]
        return self.node and self.node.key_place  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]
        return ((name, getattr(self, name)) for name in type(self).model_fields)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        fields = type(self).model_fields
        return ((name, value) for name, value in self if fields[name].repr)

    @model_serializer(mode="wrap")
    def _whole(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """With its defaults, and in the order of its fields."""
        whole = type(self).model_construct(**dict(self))
        return serialize(whole)  # type: ignore[no-any-return]

    def wrote(self, key: str) -> bool:
        """Whether the planner wrote this key (and not ``null``)."""
        return says(self.node, key)

    def unclear(self, key: str) -> bool:
        """Whether the planner wrote this key, and its value, or an item of its list, could not be read: nothing can be
        concluded from what is missing there."""
        if not self.wrote(key):
            return False
        name = key.replace("-", "_")
        value = self.__dict__.get(name, self.__dict__.get(f"{name}_"))
        if isinstance(value, tuple):
            written = self.node.values[key]
            items = written.items if isinstance(written, SequenceNode) else [written]
            return len(value) < sum(not is_null(item) for item in items)
        return value is None

    def where(self, *path: str | int) -> Place:
        """Where a value stands: ``task.where("request", "asked")``, ``task.where("needs", 0)``. The nearest
        thing written on the way, where the rest is not."""
        node: Node | None = self.node
        found = node
        for step in path:
            if isinstance(node, MappingNode) and isinstance(step, str):
                node = node.values.get(step)
            else:
                items = getattr(node, "items", None)
                node = items[step] if isinstance(items, list) and isinstance(step, int) and step < len(items) else None
            if node is None:
                break
            found = node
        return found.place if found is not None and found is not self.node else self.place

    def key_at(self, key: str) -> Place:
        """Where a key (not its value) stands; the noun's own place if it is not written."""
        if isinstance(self.node, MappingNode) and key in self.node.keys:
            return self.node.keys[key].place
        return self.place
