"""People: `dana@example.com` or `Dana Berg <dana@example.com>`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from roadmap.model.values.value import Value


@dataclass(frozen=True, slots=True, order=True)
class Person(Value):
    """``address`` identifies; ``name`` is for reading."""

    address: str
    name: str | None

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "dana@example.com or Dana Berg <dana@example.com>",
    }
