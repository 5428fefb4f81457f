"""Ids, and the marks by which a field says whose id it holds."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import Field, WithJsonSchema

from roadmap.model.references import ID
from roadmap.model.values.value import Problem, quoted, remembered

Function = Literal["it", "marketing", "legal", "sales", "finance", "data", "other"]
FUNCTIONS: tuple[str, ...] = get_args(Function)

LONGEST_ID = 100
ID_PATTERN = f"^{ID}$"

_ID = re.compile(ID, re.ASCII)
_RELEASE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?", re.ASCII)


@remembered
def parse_id(text: str) -> str | Problem:
    """An id: lower-case letters and digits in groups with single hyphens between them."""
    if len(text) > LONGEST_ID:
        return Problem("bad-id", f"{quoted(text)} is too long for an id: write at most {LONGEST_ID} characters")
    if _ID.fullmatch(text):
        return text
    near = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return Problem(
        "bad-id",
        f"{quoted(text)} is not an id: write lower-case letters, digits and hyphens, e.g. {near or 'spring-sale'}",
        near or None,
    )


def parse_word(text: str) -> str | Problem:
    """A word of the glossary: anything short."""
    if len(text) > LONGEST_ID:
        return Problem("bad-id", f"{quoted(text)} is too long for a word: write at most {LONGEST_ID} characters")
    return text if text.strip() else Problem("bad-id", "An empty key names nothing: write a word")


def release_name(text: str) -> str | Problem:
    """What a release is called: part of references, so without spaces and slashes."""
    if len(text) <= LONGEST_ID and _RELEASE_NAME.fullmatch(text):
        return text
    near = re.sub(r"[^A-Za-z0-9._+-]+", "-", text[:LONGEST_ID]).strip("-._+")
    return Problem(
        "bad-id",
        f"{quoted(text)} cannot name a release: write letters, digits, dots and hyphens, e.g. {near or '27.6'}",
        near or None,
    )


class Names(NamedTuple):
    """Marks a text as the id of one of ``kinds``. With several kinds, or where ``prefixed``, it is read with
    the kind before it.
    """

    kinds: tuple[str, ...]
    prefixed: bool = False


# An id of digits alone is a number for editors.
_ID_SCHEMA = WithJsonSchema({"type": ["string", "integer"], "pattern": ID_PATTERN, "maxLength": LONGEST_ID})

Id = Annotated[str, parse_id, _ID_SCHEMA]
ReleaseName = Annotated[
    str,
    release_name,
    WithJsonSchema(
        {
            "type": ["string", "number", "boolean"],  # 27.6 is a number for editors
            "pattern": r"^[A-Za-z0-9]([A-Za-z0-9._+-]*[A-Za-z0-9])?$",
            "maxLength": LONGEST_ID,
        }
    ),
]
FormerIds = Annotated[tuple[Id, ...], Field(description="Its former ids, so that calendars and history stay whole")]
FormerNames = Annotated[tuple[ReleaseName, ...], Field(description="Its former names")]
TeamId = Annotated[str, Names(("team",)), _ID_SCHEMA]
ServiceId = Annotated[str, Names(("service",)), _ID_SCHEMA]
TrainId = Annotated[str, Names(("train",)), _ID_SCHEMA]
CalendarId = Annotated[str, Names(("calendar",)), _ID_SCHEMA]
TemplateId = Annotated[str, Names(("template",)), _ID_SCHEMA]
InitiativeId = Annotated[str, Names(("initiative",)), _ID_SCHEMA]
ObjectiveId = Annotated[str, Names(("objective",)), _ID_SCHEMA]
TechnologyId = Annotated[str, Names(("technology",)), _ID_SCHEMA]
DataId = Annotated[str, Names(("data",)), _ID_SCHEMA]
ChannelId = Annotated[str, Names(("channel",)), _ID_SCHEMA]
AudienceId = Annotated[str, Names(("audience",)), _ID_SCHEMA]
HolidaySet = Annotated[
    str, Names(("holidays",)), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"})
]


def _prefixed(*kinds: str) -> tuple[Names, WithJsonSchema]:
    pattern = f"^(({'|'.join(kinds)}):)?{ID}$"
    return Names(kinds, prefixed=True), WithJsonSchema({"type": ["string", "integer"], "pattern": pattern})


Payer = Annotated[str, *_prefixed("function", "team")]
Whom = Annotated[str, *_prefixed("team", "function", "train", "campaign", "project")]
PersonOrTeam = Annotated[str, Names(("team", "function", "person"))]
