"""Answers that several checks ask for: worked out once for each plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

if TYPE_CHECKING:
    from roadmap.facts import Facts

Answer = TypeVar("Answer")


def remembered(question: Callable[[Facts], Answer]) -> Callable[[Facts], Answer]:
    """Keep the answer for the facts that were asked about last. The answer must not be changed by whoever gets it."""
    last: list[tuple[ref[Facts], Answer]] = []

    def answer(facts: Facts) -> Answer:
        if last and last[0][0]() is facts:
            return last[0][1]
        found = question(facts)
        last[:] = [(ref(facts, lambda _: last.clear()), found)]  # no answer holds a plan longer than its facts
        return found

    answer.__doc__ = question.__doc__
    return answer
