"""Pilots that go on, and the bounds within which a pilot is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.checks.ongoing import ongoing
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Initiative
    from roadmap.schedule.result import TaskDates


def pilots(facts: Facts) -> list[Initiative]:
    """Initiatives with the stage `pilot` that are planned or live."""
    return [initiative for initiative in ongoing(facts) if initiative.stage == "pilot"]


def dates_of(facts: Facts, initiative: Initiative) -> dict[str, TaskDates]:
    """The scheduled tasks of an initiative, done ones included, by id."""
    dates = facts.schedule.tasks
    return {task.id: dates[task.id] for task in initiative.tasks.values() if task.id in dates}


def limit_place(facts: Facts, key: str, words: str) -> list[Related]:
    """Where the settings write a limit; nothing where the default holds."""
    limits = facts.plan.settings.checks.limits
    return [Related(limits.where(key), words)] if limits.wrote(key) else []
