"""The near match of a mistyped name."""

from __future__ import annotations

from collections.abc import Iterable


class Nearest:
    """Finds near matches, within a budget: suggestions are a courtesy, and ten thousand mistyped names must not
    hang the program.
    """

    def __init__(self, budget: int = 60_000) -> None:
        self._budget = budget
        self._found: dict[tuple[str, int], tuple[str, ...]] = {}

    def of(self, word: str, candidates: Iterable[str]) -> tuple[str, ...]:
        """At most two candidates that are near to ``word``, the nearer first; one, if it is clearly the nearest."""
        if len(word) > 100:
            return ()
        known = sorted(candidates)
        self._budget -= len(known)
        if self._budget < 0:
            return ()
        from difflib import SequenceMatcher, get_close_matches

        near = get_close_matches(word, known, n=2, cutoff=0.7)
        if len(near) == 2:
            first, second = (SequenceMatcher(None, candidate, word).ratio() for candidate in near)
            if first - second > 0.05:
                near = near[:1]
        return tuple(near)
