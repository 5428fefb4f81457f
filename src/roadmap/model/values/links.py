"""Links as written (`copy SS +1w`), and as resolved against the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from roadmap.model.values.durations import Duration
from roadmap.model.values.value import Value
from roadmap.source.nodes import Place

LinkType = Literal["FS", "SS", "FF", "SF"]


@dataclass(frozen=True, slots=True)
class Link(Value):
    """What is waited for. ``reference`` is the text of a reference, ``work`` tells that it ended in
    ``.work`` (the work of a shipped task, not its release)."""

    reference: str
    work: bool
    type: LinkType
    lag: Duration
    because: str | None
    place: Place

    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {
                    "task": {"type": "string"},
                    "type": {"enum": ["FS", "SS", "FF", "SF"]},
                    "lag": {"type": "string"},
                    "because": {"type": "string"},
                },
                "required": ["task"],
                "additionalProperties": False,
            },
        ]
    }


TargetKind = Literal["task", "launch", "end", "ends", "release", "cut-off"]
"""``launch``: one launch of a campaign; ``end``: the end of an initiative (a project's last finish, or the last
launch of a campaign in several markets); ``ends``: the end of a campaign's live window."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """A link whose target is known. ``target`` is a node of the network (see network.py)."""

    target: str
    kind: TargetKind
    type: LinkType
    lag: Duration
    work: bool
    because: str | None
    place: Place
