"""Every section and key of a plan file, from the schema that editors use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docs.pages.checks import anchor
from roadmap.outputs.json_schema import schema

Schema = Mapping[str, Any]

_KINDS = {"number": "number", "integer": "whole number", "boolean": "`true`, `false`", "object": "mapping"}

_DATE = ". 2027-03-15, coarse (2027-W11, 2027-03, 2027-Q1, 2027: "
"""How the schema goes on where a key holds a date, before it says which day a coarse one is."""


def pages() -> Mapping[str, str]:
    """The text by path below ``docs/``."""
    return {"reference/plan-files.md": "\n".join(_lines(schema())) + "\n"}


def _lines(whole: Schema) -> Iterator[str]:
    nouns: Schema = whole["$defs"]
    sections: Schema = whole["properties"]
    headings = {_noun(entry): f"`{section}`" for section, entry in sections.items()}
    inner = {noun: _words(noun) for noun in nouns if noun not in headings}
    anchors = {noun: anchor(heading) for noun, heading in {**headings, **inner}.items()}
    yield "# Every key of a plan"
    yield ""
    yield "<!-- Written by `python -m docs.make` from src/roadmap/model/. Edit it there. -->"
    yield ""
    yield "What `roadmap schema` knows, for people; [the plan language](../plan-language.md) tells what it is for. A"
    yield "key in bold must be given."
    for noun, heading in headings.items():
        section = heading.strip("`")
        yield ""
        yield f"## {heading}"
        yield ""
        each = "" if section == "roadmap" else " Each entry:"
        yield f"{sections[section]['description']}.{each}"
        yield ""
        yield from _table(nouns[noun], anchors)
    for noun, heading in inner.items():
        yield ""
        yield f"## {heading}"
        yield ""
        yield from _table(nouns[noun], anchors)


def _table(noun: Schema, anchors: Mapping[str, str]) -> Iterator[str]:
    yield "| key | says | holds |"
    yield "| --- | --- | --- |"
    for key, value in noun["properties"].items():
        shown = f"**`{key}`**" if key in noun.get("required", ()) else f"`{key}`"
        says, is_date, day = value.get("description", "").partition(_DATE)
        holds = f"[date](../plan-language.md#values); of a coarse one {day.split(')')[0]}" if is_date else ""
        yield f"| {shown} | {_cell(says)} | {holds or _holds(value, anchors)} |"


def _holds(value: Schema, anchors: Mapping[str, str]) -> str:
    """In a few words: what may stand there."""
    if "$ref" in value:
        noun = _noun(value)
        return f"[{_words(noun).lower()}](#{anchors[noun]})"
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"] if choice is not None)
    if "anyOf" in value:
        forms = [_holds(form, anchors) for form in value["anyOf"] if form.get("type") != "null"]
        return ", or ".join(dict.fromkeys(form for form in forms if f"list of {forms[0]}" != form)) + (
            ", or a list" if f"list of {forms[0]}" in forms else ""
        )
    kinds = [kind for kind in _kinds(value) if kind != "null"]
    if kinds == ["array"]:
        return f"list of {_holds(value['items'], anchors)}"
    if kinds == ["object"] and isinstance(value.get("additionalProperties"), Mapping):
        return f"mapping to {_holds(value['additionalProperties'], anchors)}"
    return _KINDS.get(kinds[0], "text") if len(kinds) == 1 else "text" if kinds else "anything"


def _kinds(value: Schema) -> list[str]:
    kinds = value.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _noun(value: Schema) -> str:
    """The definition that a section, a mapping or a value refers to."""
    if "$ref" in value:
        return str(value["$ref"]).rpartition("/")[2]
    inner = value.get("additionalProperties") or next(form for form in value["anyOf"] if "$ref" in form)
    return _noun(inner)


def _words(noun: str) -> str:
    """``DataSet`` is "Data set"."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: f" {match[1].lower()}", noun)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
