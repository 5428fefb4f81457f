"""The JSON Schema of a plan file, for editors: made from the same annotations by which plan files are read."""

from __future__ import annotations

import datetime as dt
import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import WithJsonSchema

from roadmap.model.initiative import Campaign, Project
from roadmap.model.names import ID_PATTERN, LONGEST_ID
from roadmap.model.noun import Noun, kebab
from roadmap.model.nouns import NOUNS
from roadmap.model.settings import Settings
from roadmap.model.task import Request
from roadmap.model.template import Template
from roadmap.model.values.dates import DATE_SCHEMA
from roadmap.model.values.value import Value

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SECTIONS = {
    "roadmap": "Settings of the workspace, in roadmap.yaml",
    "calendars": "Which days are worked",
    "teams": "Who does the work",
    "services": "What a team does for others, and how much notice it needs",
    "trains": "Release trains: when work reaches users",
    "blackouts": "Days on which something must not happen",
    "templates": "Standard lists of tasks, written once",
    "campaigns": "Initiatives with a launch",
    "projects": "Initiatives without a launch",
    "answers": "What doing teams answer to requests, by initiative/task",
    "objectives": "What initiatives are for",
    "channels": "Where campaigns are seen",
    "audiences": "Whom campaigns speak to",
    "technologies": "What is built with, and how far it may be used",
    "data": "Data sets, and who answers for them",
    "glossary": "Words, and how each side reads them",
    "reviews": "Meetings in which teams stay in touch",
    "scenarios": "Changes to suppose",
}

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DATE: Schema = {**DATE_SCHEMA, "examples": ["2027-03-15"]}


def schema() -> Schema:
    """The schema of one plan file (2020-12). All sections are optional, no others are allowed, and null is as
    if it were not written.
    """
    nouns: dict[str, type[Noun]] = {
        **NOUNS, "templates": Template, "campaigns": Campaign, "projects": Project, "answers": Request
    }  # fmt: skip
    definitions: dict[str, Schema] = {}
    sections: dict[str, Schema] = {}
    for section, description in _SECTIONS.items():
        if section == "roadmap":
            sections[section] = _described(_or_null(_noun(Settings, definitions)), description)
            continue
        entries: Schema = {
            "type": ["object", "null"],
            "additionalProperties": _or_null(_noun(nouns[section], definitions)),
        }
        if section not in ("glossary", "answers"):
            entries["propertyNames"] = {"pattern": ID_PATTERN, "maxLength": LONGEST_ID}
        sections[section] = _described(entries, description)
    return {
        "$schema": DIALECT,
        "title": "A plan file of roadmap",
        "type": ["object", "null"],
        "properties": sections,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _noun(cls: type[Noun], definitions: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in definitions:
        properties: dict[str, Schema] = {}
        definitions[name] = {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
        required = []
        for field_name, field in cls.model_fields.items():
            if field.exclude is True:
                continue
            key = kebab(field_name)
            found = _or_null(_schema(field.annotation, tuple(field.metadata), definitions))
            properties[key] = _described(found, field.description or "")
            if field.is_required():
                required.append(key)
        if required:
            definitions[name]["required"] = required
    reference = {"$ref": f"#/$defs/{name}"}
    if cls.shorthand is None:
        return reference
    field = cls.model_fields[cls.shorthand]
    return {"anyOf": [reference, _schema(field.annotation, tuple(field.metadata), definitions)]}


def _schema(annotation: Any, metadata: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _schema(arguments[0], arguments[1:], definitions)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _schema(inner, metadata, definitions)
    for mark in metadata:
        if isinstance(mark, WithJsonSchema):
            return dict(mark.json_schema or {})
    if origin is tuple:
        item = _schema(arguments[0], (), definitions)
        return {"anyOf": [item, {"type": "array", "items": _or_null(item)}]}
    if origin is dict:
        return _mapping(arguments[0], arguments[1], definitions)
    if origin is Literal:
        return {"enum": list(arguments)}
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return _noun(annotation, definitions)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return dict(annotation.json_schema)
    return dict({str: _TEXT, bool: {"type": "boolean"}, dt.date: _DATE, Any: {}}[annotation])


def _mapping(key: Any, value: Any, definitions: dict[str, Schema]) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": _or_null(_schema(value, (), definitions))}
    keys = _schema(key, (), definitions)
    if "pattern" in keys:
        found["propertyNames"] = {name: keys[name] for name in ("pattern", "maxLength") if name in keys}
    return found


def _or_null(found: Schema) -> Schema:
    """What is null is as if it were not written. Definitions allow it themselves: errors are then shown within them."""
    if not found or "$ref" in found:
        return found
    if "enum" in found:
        return {**found, "enum": [*found["enum"], None]}
    kinds = found.get("type")
    if kinds is not None:
        return {**found, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
    if "anyOf" in found:
        return {**found, "anyOf": [*found["anyOf"], {"type": "null"}]}
    return {"anyOf": [found, {"type": "null"}]}


def _described(found: Schema, description: str) -> Schema:
    """The description of the field, with that of its kind of value behind it."""
    kind = found.get("description")
    return {**found, "description": f"{description}. {kind}" if kind and description else description or kind}
