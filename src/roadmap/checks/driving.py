"""What drives a launch: the chain that is told for its date, without a word of text, and all that shares its days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.causes import causes_of, last_needed

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.schedule.result import LaunchDates


class Driving(NamedTuple):
    """A node that makes a launch possible no earlier, and the node that waits for it."""

    node: str
    waiting: str


def driving(facts: Facts, launch: LaunchDates) -> Iterator[Driving]:
    """From the last work before the launch back. Where several things are there on the latest day, each drives."""
    if launch.decided_by is None:
        return
    nodes, start = facts.problem.nodes, facts.problem.index[launch.id]
    queue = [(position, start) for position in last_needed(facts, start)]
    seen = {position for position, _ in queue}
    for position, waiting in queue:
        yield Driving(nodes[position].id, nodes[waiting].id)
        for cause in causes_of(facts, position):
            if cause not in seen:
                seen.add(cause)
                queue.append((cause, position))
