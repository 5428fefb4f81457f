"""What all values share: pydantic takes them as they are (never coerces), each knows its schema and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from roadmap.source.faults import FaultKind

_SPACES = re.compile(r"[ \t\r\n]+")
_OTHER_SPACE = re.compile(r"[^\S ]")

Parser = TypeVar("Parser", bound=Callable[..., Any])


class Problem(NamedTuple):
    """Why a text is not a value: what was read, and what is expected. ``suggestion`` is what should be written
    instead, where that is certain.
    """

    kind: FaultKind
    message: str
    suggestion: str | None = None


def remembered(parse: Parser) -> Parser:
    """Durations and dates repeat thousands of times in a plan: each text is parsed once, as long as it stays in use."""
    return lru_cache(maxsize=1 << 14)(parse)  # type: ignore[return-value]


def quoted(text: str) -> str:
    """A text as a message shows it: on one line, not longer than a reader wants. A space that only looks like one, as
    copied from a web page, is shown by its number."""
    short = text if len(text) <= 60 else text[:57] + "…"
    shown = _OTHER_SPACE.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", _SPACES.sub(" ", short))
    return f'"{shown}"'


class Value:
    """Base of the value types. ``json_schema`` describes the written form, ``called`` is what a message says is
    expected, and ``parse`` turns text into a value or a ``Problem``.
    """

    __slots__ = ()
    called: ClassVar[str] = "a text"
    json_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    @classmethod
    def parse(cls, text: str) -> Any:
        """The value, or the ``Problem`` with ``text``."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(cls.json_schema)
