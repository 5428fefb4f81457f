"""People: `dana@example.com` or `Dana Berg <dana@example.com>`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.value import Problem, Value, quoted, remembered

_WRITTEN = r"[^\s<>@,;:\"]{1,64}@[^\s<>@,;:\"]{1,189}"
_ADDRESS = re.compile(_WRITTEN)
_NAMED = re.compile(r"([^<>]{1,100}?)\s*<([^<>]+)>")


@dataclass(frozen=True, slots=True, order=True)
class Person(Value):
    """``address`` identifies; ``name`` is for reading."""

    address: str
    name: str | None

    called: ClassVar[str] = "a person such as dana@example.com"
    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": rf"^({_WRITTEN}|[^<>]+<{_WRITTEN}>)$",
        "description": "dana@example.com or Dana Berg <dana@example.com>",
    }

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address

    @classmethod
    @remembered
    def parse(cls, text: str) -> Person | Problem:
        named = _NAMED.fullmatch(text) if len(text) <= 400 else None
        address = named[2] if named else text
        if len(text) > 400 or not _ADDRESS.fullmatch(address):
            return Problem(
                "bad-value",
                f"{quoted(text)} is not a person: write dana@example.com or Dana Berg <dana@example.com>",
            )
        return cls(address, named[1].strip() or None if named else None)
