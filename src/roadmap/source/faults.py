"""What is wrong with the form of a plan: values that the PF and RF checks turn into findings."""

from __future__ import annotations

from typing import Literal, NamedTuple

from roadmap.source.nodes import Place

FaultKind = Literal[
    # form
    "unreadable",
    "encoding",
    "yaml",
    "too-large",
    "empty-workspace",
    "merge-key",
    "tag",
    "unknown-key",
    "wrong-type",
    "duplicate-key",
    "duplicate-id",
    "bad-id",
    "reserved",
    "bad-date",
    "bad-duration",
    "bad-link",
    "bad-value",
    "contradiction",
    # names
    "unknown-task",
    "unknown-initiative",
    "unknown-team",
    "unknown-train",
    "unknown-release",
    "unknown-cut-off",
    "unknown-market",
    "unknown-service",
    "unknown-objective",
    "unknown-technology",
    "unknown-data",
    "unknown-calendar",
    "unknown-holidays",
    "unknown-channel",
    "unknown-audience",
    "unknown-template",
    "ambiguous",
]


class Related(NamedTuple):
    """Another place that matters, and why."""

    place: Place
    message: str


class Fault(NamedTuple):
    """One thing that could not be read as meant.

    ``message`` is one sentence that stands alone and says what to do; ``suggestion`` is the one
    text that should stand at ``place`` instead, where there is exactly one near match. ``gist``: what is wrong, where
    the rest of the message depends on what else is in the plan (``did you mean …``).
    """

    kind: FaultKind
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    items: tuple[str, ...] = ()
    suggestion: str | None = None
    gist: str = ""


class UnusableFileError(Exception):
    """A file must not be used at all, for one reason. Never leaves ``roadmap.source``."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


MAX_FAULTS = 1_000
"""How many faults one file may show before it is not read any further."""


def note(faults: list[Fault], fault: Fault) -> None:
    """Add ``fault``. Raises ``UnusableFileError`` where the file has shown so many that the next would help nobody."""
    if len(faults) == MAX_FAULTS:
        raise UnusableFileError(
            Fault(
                "too-large",
                f"This file has more than {MAX_FAULTS:,} mistakes and is not read any further.",
                fault.place,
            )
        )
    faults.append(fault)
