"""Values that stand on anchored dates: known only when everything that they count from is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from roadmap.source.nodes import Place

if TYPE_CHECKING:
    from roadmap.model.anchors import Anchors

INVALID: Final[Any] = object()
"""Stands for a value that could not be read, after the fault was reported."""


SETTINGS_SCOPE = "the settings"


class Scope:
    """In what a date stands: ``launch`` and ``ends`` are those of ``initiative``; a task for some ``markets`` means
    their launches. ``label`` names it for people.
    """

    __slots__ = ("initiative", "label", "markets")

    def __init__(self, label: str, initiative: str | None = None) -> None:
        self.label = label
        self.initiative = initiative
        self.markets: tuple[str, ...] = ()


class Later:
    """``work`` gives the value, or ``INVALID``; it is called once. ``place`` is where the value stands, ``scope`` in
    what.
    """

    __slots__ = ("place", "scope", "settled", "value", "work")

    def __init__(self, work: Callable[[Anchors], Any], place: Place, scope: Scope) -> None:
        self.work = work
        self.place = place
        self.scope = scope
        self.value: Any = None
        self.settled = False

    def get(self, anchors: Anchors) -> Any:
        """The value; ``INVALID`` if there is none, which then has been reported."""
        return self.value if self.settled else anchors.settle(self)


def late_tuple(values: list[Any], place: Place, scope: Scope) -> Later:
    """A list with something late in it: made when all are known, of those that could be read."""

    def work(anchors: Anchors) -> tuple[Any, ...]:
        known = (value.get(anchors) if isinstance(value, Later) else value for value in values)
        return tuple(value for value in known if value is not INVALID)

    return Later(work, place, scope)


def late_mapping(values: dict[Any, Any], place: Place, scope: Scope) -> Later:
    """The same for a mapping."""

    def work(anchors: Anchors) -> dict[Any, Any]:
        known = {key: value.get(anchors) if isinstance(value, Later) else value for key, value in values.items()}
        return {key: value for key, value in known.items() if value is not INVALID}

    return Later(work, place, scope)
