"""The near match of a mistyped name."""

from __future__ import annotations

from collections.abc import Collection


class Nearest:
    """Finds near matches, within a budget: suggestions are a courtesy, and ten thousand mistyped names must not hang
    the program.
    """

    def __init__(self, budget: int = 30_000) -> None:
        self._budget = budget

    def of(self, word: str, *candidates: Collection[str]) -> tuple[str, ...]:
        """At most two candidates that are near to ``word``, the nearer first; one, if it is clearly the nearest."""
        if len(word) > 100 or self._budget < 0:
            return ()
        known = sorted(set().union(*candidates))
        self._budget -= len(known)
        slips = tuple(candidate for candidate in known if is_one_slip(word, candidate))
        if slips:
            return slips if len(slips) <= 2 else ()
        from difflib import SequenceMatcher, get_close_matches

        near = get_close_matches(word, known, n=2, cutoff=0.7)
        if len(near) == 2:
            first, second = (SequenceMatcher(None, candidate, word).ratio() for candidate in near)
            if first - second > 0.05:
                near = near[:1]
        return tuple(near)


def is_one_slip(word: str, other: str) -> bool:
    """Whether one letter too many, missing, wrong, or swapped with its neighbour makes the one of the other."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    if len(longer) - len(shorter) > 1 or word == other or len(shorter) < 3:
        return False
    same = 0
    while same < len(shorter) and longer[same] == shorter[same]:
        same += 1
    if len(longer) > len(shorter):
        return longer[same + 1 :] == shorter[same:]
    swapped = longer[same + 1 : same + 2] + longer[same : same + 1] + longer[same + 2 :]
    return longer[same + 1 :] == shorter[same + 1 :] or swapped == shorter[same:]
