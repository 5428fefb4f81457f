"""Links as written (`copy SS +1w`), and as resolved against the plan."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal, NamedTuple

from roadmap.model.references import REFERENCE_PATTERN
from roadmap.model.values.durations import DURATION_PATTERN, Duration
from roadmap.model.values.value import Problem, Value, quoted, remembered
from roadmap.source.nodes import Node, Place

LinkType = Literal["FS", "SS", "FF", "SF"]

NO_LAG = Duration(0, "d")

by_position = tuple.__new__
"""Makes a named tuple of all its fields in half the time that its class takes: plans have hundreds of thousands of
links."""

_LINK = re.compile(r"(\S+)(?:\s+(FS|SS|FF|SF))?(?:\s+([+-])\s*(\S+))?")
_TASK = rf"{REFERENCE_PATTERN}(\.work)?"
_NEAR = re.compile(r"(\S+)(?:\s+(FS|SS|FF|SF))?(?:\s+([+-]?)\s*(\d\S*))?", re.IGNORECASE)


class LinkText(NamedTuple):
    """What the text of a link says."""

    reference: str
    work: bool
    type: LinkType
    lag: Duration


@remembered
def parse_link(text: str) -> LinkText | Problem:
    """`reference [FS|SS|FF|SF] [±lag]`, the reference perhaps with `.work` behind it."""
    match = _LINK.fullmatch(text) if len(text) <= 400 else None
    if not match:
        near = _near(text)
        return Problem(
            "bad-link",
            f"{quoted(text)} is not a link: write what is waited for, then its type and lag if need be "
            "(copy, copy SS +1w, pim/feed -2d)",
            near,
        )
    reference, kind, sign, amount = match.groups()
    lag = NO_LAG
    if sign:
        found = Duration.parse_signed(sign + amount)
        if isinstance(found, Problem):
            return Problem("bad-link", f"In the link {quoted(text)}, the lag is not readable: {found.message}")
        lag = found
    work = reference.endswith(".work") and "@" not in reference
    return LinkText(reference[:-5] if work else reference, work, kind or "FS", lag)  # type: ignore[arg-type]


def _near(text: str) -> str | None:
    """The link with its type in capitals and a sign before its lag, if that makes it one."""
    match = _NEAR.fullmatch(text) if len(text) <= 400 else None
    if not match:
        return None
    reference, kind, sign, amount = match.groups()
    near = " ".join(filter(None, (reference, kind and kind.upper(), amount and (sign or "+") + amount)))
    return near if near != text and isinstance(parse_link(near), LinkText) else None


class WrittenLink(NamedTuple):
    """What is waited for. ``reference`` is the text of a reference, ``work`` tells that it ended in
    ``.work`` (the work of a shipped task, not its release)."""

    reference: str
    work: bool
    type: LinkType
    lag: Duration
    because: str | None
    node: Node

    @property
    def place(self) -> Place:
        return self.node.place


class Link(WrittenLink, Value):
    """A link as a value. A tuple, because plans have hundreds of thousands of them."""

    __slots__ = ()

    called: ClassVar[str] = "a link such as copy or pim/feed +2d"
    json_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {
                "type": ["string", "integer"],
                "pattern": rf"^{_TASK}(\s+(FS|SS|FF|SF))?(\s+[+-]\s*{DURATION_PATTERN})?$",
            },
            {
                "type": "object",
                "properties": {
                    "task": {
                        "type": ["string", "integer"],
                        "pattern": f"^{_TASK}$",
                        "description": "What is waited for",
                    },
                    "type": {"enum": ["FS", "SS", "FF", "SF", None], "description": "Link type; left out: FS"},
                    "lag": {
                        "type": ["string", "null"],
                        "pattern": rf"^[+-]?{DURATION_PATTERN}$",
                        "description": "Days between; negative: a lead",
                    },
                    "because": {"type": ["string", "null"], "description": "Why"},
                },
                "required": ["task"],
                "additionalProperties": False,
            },
        ]
    }


TargetKind = Literal["task", "launch", "end", "ends", "release", "cut-off"]
"""``launch``: one launch of a campaign; ``end``: the end of an initiative (a project's last finish, or the last
launch of a campaign in several markets); ``ends``: the end of a campaign's live window."""


class Dependency(NamedTuple):
    """A link whose target is known. ``target`` is a node of the network (see network.py)."""

    target: str
    kind: TargetKind
    type: LinkType
    lag: Duration
    work: bool
    because: str | None
    node: Node

    @property
    def place(self) -> Place:
        return self.node.place
