"""The reading engine: for each noun, a reader compiled once from the annotations of its fields.

A reader takes a node and gives a value; what it cannot read it reports, and gives ``INVALID``. Fields are declared in
the nouns and nowhere else. Values are right by construction, so that pydantic need not validate them again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from pydantic_core import PydanticUndefined

from roadmap.model.later import INVALID, Later, late_mapping, late_tuple
from roadmap.model.long_forms import LongCutOff, LongLink, cut_off_reader, link_reader
from roadmap.model.names import Names
from roadmap.model.noun import Noun, is_null, kebab
from roadmap.model.reading import Reading
from roadmap.model.scalars import Reader, named, parsed, read_bool, read_choice, read_raw, read_text
from roadmap.model.values.cutoffs import CutOff
from roadmap.model.values.dates import Span, first_day
from roadmap.model.values.links import Link
from roadmap.model.values.value import Value
from roadmap.source.nodes import NULLS, MappingNode, Node, ScalarNode, SequenceNode

AnyNoun = TypeVar("AnyNoun", bound=Noun)

_UNWRITTEN: set[str] = set()


def construct(cls: type[AnyNoun], values: dict[str, Any]) -> AnyNoun:
    """A noun of values that are known to be right: ``model_construct`` without its cost. ``values`` becomes the
    noun's own; a field that is not in it has its default (which the class says once ``noun_reader`` has seen it).
    """
    noun = cls.__new__(cls)
    put = object.__setattr__
    put(noun, "__dict__", values)
    put(noun, "__pydantic_fields_set__", _UNWRITTEN)
    put(noun, "__pydantic_extra__", None)
    put(noun, "__pydantic_private__", None)
    return noun


def complete(noun: Noun, **values: Any) -> None:
    """Fills in what is only known after a noun was read: while a plan is built, before anyone else sees the noun."""
    noun.__dict__.update(values)


class NounReader:
    """Reads mappings as nouns of ``cls``, less the fields that ``omit`` names (their keys are known, and read
    elsewhere).
    """

    def __init__(self, cls: type[Noun], omit: frozenset[str] = frozenset()) -> None:
        self.cls = cls
        self.table: dict[str, tuple[str, Reader]] = {}
        self.defaults: dict[str, Any] = {}
        self.required: list[str] = []
        self.omitted = frozenset(kebab(name) for name in omit)
        for name, field in cls.model_fields.items():
            factory = field.default_factory
            if isinstance(factory, type) and issubclass(factory, Noun):
                # Not by calling it: the first validation makes pydantic build its validators, which takes 25 ms.
                noun_reader(factory)
                self.defaults[name] = construct(factory, {})
            elif factory is not None:
                self.defaults[name] = cast(Callable[[], Any], factory)()
            elif field.default is not PydanticUndefined:
                self.defaults[name] = field.default
            else:
                self.required.append(name)
            if field.exclude is not True and name not in omit:
                self.table[kebab(name)] = (name, reader_of(field.annotation, tuple(field.metadata)))
        # A noun holds what was written. What was not, its class says: a task has 40 fields and writes a few of them.
        for name, value in self.defaults.items():
            setattr(cls, name, value)

    def __call__(self, node: Node, reading: Reading, named_by: Node | Literal["key"] | None = None) -> Any:
        """``named_by``: what names the noun, or that the key of the node does; left out, it has no name but its
        mapping."""
        if node.__class__ is not MappingNode:
            return self._from_scalar(node, reading, named_by)
        return self._made(self.values_of(node, reading), node, named_by, reading)

    def values_of(self, node: MappingNode, reading: Reading) -> dict[str, Any]:
        """What a mapping says."""
        values: dict[str, Any] = {}
        table = self.table
        for key, child in node.values.items():
            entry = table.get(key)
            if entry is None:
                if key not in self.omitted:
                    self._unknown_key(node.keys[key], node, reading)
                continue
            if child.__class__ is ScalarNode and child.plain and child.text in NULLS:
                continue
            value = entry[1](child, reading)
            if value is INVALID:
                continue
            if value.__class__ is Later:
                reading.pending.append((values, entry[0], self.defaults.get(entry[0]), value))
            values[entry[0]] = value
        return values

    def empty(self, node: Node) -> Any:
        """The noun of which nothing is written but its key."""
        return construct(self.cls, {"node": node})

    def _from_scalar(self, node: Node, reading: Reading, named_by: Node | Literal["key"] | None) -> Any:
        short = self.cls.shorthand
        keys = f"a mapping with keys such as `{next(iter(self.table))}`"
        if short is None or node.__class__ is not ScalarNode:
            return reading.wrong_type(f"a {short}, or {keys}" if short else keys, node)
        value = self.table[short][1](node, reading)
        if value is INVALID:
            return INVALID
        values = {short: value}
        if value.__class__ is Later:
            reading.pending.append((values, short, None, value))
        return self._made(values, node, named_by, reading)

    def _made(
        self, values: dict[str, Any], node: Node, named_by: Node | Literal["key"] | None, reading: Reading
    ) -> Any:
        values["node"] = node
        if named_by != "key":
            values["named_by"] = named_by or node
        for name in self.required:
            if name not in values:
                if not (isinstance(node, MappingNode) and kebab(name) in node.values):
                    message = f"{self.cls.called} needs the key `{kebab(name)}`."
                    reading.fault("wrong-type", message, node.place)
                return INVALID
        return construct(self.cls, values)

    def _unknown_key(self, key: ScalarNode, node: MappingNode, reading: Reading) -> None:
        if key.text in self.cls.reserved:
            reading.fault("reserved", f"`{key.text}` is reserved for a later version: leave it out.", key.place)
        else:
            reading.unknown_key(key, node, [*self.table, *self.omitted], self.cls.called)


@cache
def noun_reader(cls: type[Noun], *omit: str) -> NounReader:
    """The reader of a noun, compiled at its first use."""
    return NounReader(cls, frozenset(omit))


def reader_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Reader:
    """The reader of a field with this annotation; marks in ``metadata`` (``Names``, a parser) go before its type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return reader_of(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return reader_of(inner, metadata)
    for mark in metadata:
        if isinstance(mark, Names):
            return named(mark)
        if callable(mark):
            return parsed(mark, annotation, plain="plain" in metadata)
    if origin is tuple:
        return _sequence(reader_of(arguments[0]))
    if origin is dict:
        return _mapping(arguments[0], arguments[1])
    if origin is Literal:
        return read_choice(arguments)
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return noun_reader(annotation)
    return _simple(annotation)


def _simple(annotation: Any) -> Reader:
    if annotation is Link:
        return link_reader(noun_reader(LongLink))
    if annotation is CutOff:
        return cut_off_reader(noun_reader(LongCutOff))
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return parsed(annotation.parse, annotation)
    if annotation is dt.date:
        return parsed(first_day, annotation)
    return {str: read_text, bool: read_bool, Any: read_raw}[annotation]


def _sequence(read: Reader) -> Reader:
    """A list; a single value is read as a list of one."""

    def read_sequence(node: Node, reading: Reading) -> Any:
        values = []
        late = False
        for item in node.items if isinstance(node, SequenceNode) else (node,):
            if item.__class__ is ScalarNode and item.plain and item.text in NULLS:
                continue
            value = read(item, reading)
            if value is not INVALID:
                values.append(value)
                late = late or value.__class__ is Later
        return late_tuple(values, node.place, reading.scope) if late else tuple(values)

    return read_sequence


def _mapping(key_type: Any, value_type: Any) -> Reader:
    """A mapping, in sorted order of its keys, so that the order written changes nothing."""
    read_key, read = reader_of(key_type), reader_of(value_type)
    of_spans, of_nouns = key_type is Span, isinstance(read, NounReader)

    def read_mapping(node: Node, reading: Reading) -> Any:
        if node.__class__ is not MappingNode:
            return reading.wrong_type("a mapping (`key: value`)", node)
        found: dict[Any, Any] = {}
        for _, key_node, child in node.items():
            key = read_key(key_node, reading)
            if key.__class__ is Later:
                reading.fault("bad-date", "Days before a colon cannot be anchored: write their dates.", key_node.place)
                continue
            if is_null(child):
                # A day that is closed without a reason is closed all the same.
                if not of_spans:
                    continue
                value = read.empty(child) if of_nouns else ""  # type: ignore[attr-defined]
            elif of_nouns:
                value = read(child, reading, "key")  # type: ignore[call-arg]
            else:
                value = read(child, reading)
            if key is not INVALID and value is not INVALID:
                found[key] = value
        if len(found) > 1:
            found = dict(sorted(found.items(), key=_by_key))
        if any(value.__class__ is Later for value in found.values()):
            return late_mapping(found, node.place, reading.scope)
        return found

    return read_mapping


def _by_key(item: tuple[Any, Any]) -> Any:
    return item[0]
