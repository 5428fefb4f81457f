"""Objectives that conflict: each pair once, though both may say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lasting import lasting
from roadmap.checks.remembered import remembered
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.registers import Objective
    from roadmap.source.nodes import Place


class Conflict(NamedTuple):
    """Two objectives of which ``one`` says that it conflicts with the ``other``."""

    one: Objective
    other: Objective

    @property
    def words(self) -> str:
        return f"The objectives {named(self.one)} and {named(self.other)} conflict"

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.one.where("conflicts-with")


def known_as(facts: Facts, objective: Objective) -> str:
    """The lasting name of an objective."""
    return lasting(facts).name("objective", objective.id)


@remembered
def conflicts(facts: Facts) -> dict[frozenset[str], Conflict]:
    """The ids of two objectives to their conflict, in order of the first, by what lasts."""
    objectives = facts.plan.objectives
    found: dict[frozenset[str], Conflict] = {}
    for objective in sorted(objectives.values(), key=lambda objective: known_as(facts, objective)):
        for other in objective.conflicts_with:
            if other != objective.id and other in objectives:
                found.setdefault(frozenset((objective.id, other)), Conflict(objective, objectives[other]))
    return found
