"""What still waits for certain things, grouped by the thing: one finding tells all that wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.wording import counted, listed, named
from roadmap.source.nodes import Place

if TYPE_CHECKING:
    from roadmap.facts import Facts


class Waiting(NamedTuple):
    """A task that has not begun, and the place of its link."""

    place: Place
    task: str


def waiting_for(facts: Facts, causes: Mapping[str, str]) -> dict[str, list[Waiting]]:
    """``causes``: target of a link to the thing behind it. Returns the thing to what waits for it, by place."""
    found: dict[str, list[Waiting]] = {}
    if not causes:
        return found
    plan, scheduled = facts.plan, facts.network
    for name, links in plan.dependencies.items():
        for link in links:
            if link.target in causes and name in scheduled and plan.tasks[name].status == "planned":
                waits = found.setdefault(causes[link.target], [])
                if not waits or waits[-1].task != name:
                    waits.append(Waiting(link.place, name))
    return {cause: sorted(found[cause]) for cause in sorted(found)}


def told(facts: Facts, waits: list[Waiting]) -> str:
    """``“Copy” (spring-sale/copy) waits``, ``3 tasks (spring-sale/copy, pim/feed and 1 more) wait``."""
    if len(waits) == 1:
        return f"{named(facts.plan.tasks[waits[0].task])} waits"
    return f"{counted(len(waits), 'task')} ({listed([wait.task for wait in waits])}) wait"
