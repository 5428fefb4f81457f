"""Whom blackouts bar from what, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from roadmap.model.blackout import Barred, Blackout
from roadmap.model.covering import Covering

EVERYONE = ""


class Barring:
    """The blackouts that bar one thing, by whom they are for: `team:web`, `function:it` or ``EVERYONE``."""

    def __init__(self, blackouts: Iterable[Blackout], what: Barred) -> None:
        self._of: dict[str, list[Blackout]] = {}
        self._covering: dict[str, Covering[Blackout]] = {}
        for blackout in blackouts:
            if what in blackout.bars and blackout.days is not None:
                # What is written for someone unknown is not for everyone.
                whom = blackout.for_ if blackout.wrote("for") else (EVERYONE,)
                for one in dict.fromkeys(whom):
                    self._of.setdefault(one, []).append(blackout)

    def of(self, whom: str) -> Sequence[Blackout]:
        """Those that name somebody (or are for everyone), in the order in which they were given."""
        return self._of.get(whom, ())

    def on(self, day: dt.date, *whom: str) -> Blackout | None:
        """The first by id of those on a day that name any of them, or are for everyone."""
        found = [barred for one in (EVERYONE, *whom) if one in self._of and (barred := self._cover(one).on(day))]
        return min(found, key=lambda blackout: blackout.id, default=None)

    def _cover(self, whom: str) -> Covering[Blackout]:
        if whom not in self._covering:
            spans = [(blackout.days, blackout) for blackout in self._of[whom] if blackout.days is not None]
            self._covering[whom] = Covering(spans)
        return self._covering[whom]
