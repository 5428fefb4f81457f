"""A fix: a change of the plan files that mends a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from roadmap.edit.patches import Patch, Sheet

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.fixes.nesting import Nesting
    from roadmap.source.nodes import Place
    from roadmap.source.suppressions import Suppression


class Fix(NamedTuple):
    """``title`` tells the change as an order, ``effect`` what it comes to. ``safe``: what is written can mean nothing
    else, or means nothing, so that nobody need look at it first. ``place``: that of the finding which it mends; several
    findings can have one fingerprint."""

    title: str
    safe: bool
    effect: str
    patches: tuple[Patch, ...]
    place: Place


class Files(NamedTuple):
    """The files of a workspace, each made ready once, when a fix first asks for it."""

    sheet: Callable[[str], Sheet]
    nesting: Callable[[str], Nesting]
    suppressions: Callable[[str], Mapping[Place, Suppression]]


Propose = Callable[["Finding", Files], Fix | None]
