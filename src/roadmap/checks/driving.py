"""Which tasks drive a launch: the same chain that is told for its date, without a word of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.causes import cause_of
from roadmap.schedule.chain import LONGEST

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.schedule.result import LaunchDates


def driving_nodes(facts: Facts, launch: LaunchDates) -> Iterator[str]:
    """The nodes that make the launch possible no earlier, from the last one back."""
    if launch.decided_by is None:
        return
    position: int | None = facts.problem.index[launch.decided_by]
    for _ in range(LONGEST):
        if position is None:
            return
        yield facts.problem.nodes[position].id
        position = cause_of(facts, position)
