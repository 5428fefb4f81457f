"""What drives a date: the chain that is told for it, and all that shares the days of a launch, without a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.causes import causes_of, last_needed
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.schedule.chain import Chains
    from roadmap.schedule.result import LaunchDates, Step

LONGEST = 100
"""So many nodes of a chain stand in a finding: thousands of findings can share one chain of thousands."""


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


def chain_to(facts: Facts, node: str) -> tuple[Step, ...]:
    """The driving chain of a node."""
    return _chains(facts).to(node, LONGEST)


@remembered
def _chains(facts: Facts) -> Chains:
    from roadmap.schedule.chain import Chains

    return Chains(facts.problem, facts.schedule)
