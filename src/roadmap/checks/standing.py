"""What is still to be done. Finished work and finished campaigns are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.model.task import Task
    from roadmap.schedule.result import LaunchDates, TaskDates


def finished(facts: Facts) -> frozenset[str]:
    """Initiatives that are over: recorded as done, or campaigns whose live window has passed."""
    over = {initiative.id for initiative in facts.plan.initiatives.values() if initiative.status == "done"}
    over.update(
        campaign.id for campaign in facts.plan.campaigns.values() if campaign.ends and campaign.ends < facts.today
    )
    return frozenset(over)


def pending(facts: Facts) -> Iterator[tuple[Task, TaskDates]]:
    """Tasks that have not begun."""
    over, tasks = finished(facts), facts.plan.tasks
    for name, dates in facts.schedule.tasks.items():
        task = tasks[name]
        if task.status == "planned" and task.initiative not in over:
            yield task, dates


def unfinished(facts: Facts) -> Iterator[tuple[Task, TaskDates]]:
    """Tasks that have not begun, or are under way."""
    over, tasks = finished(facts), facts.plan.tasks
    for name, dates in facts.schedule.tasks.items():
        task = tasks[name]
        if task.status != "done" and task.initiative not in over:
            yield task, dates


def coming_launches(facts: Facts) -> Iterator[tuple[Campaign, LaunchDates]]:
    """Launches that have not taken place. One whose day has passed counts while a must is missing."""
    over = finished(facts)
    for launch in facts.schedule.launches.values():
        if launch.launched is not None or launch.campaign in over:
            continue
        if launch.written >= facts.problem.today or launch.possible is None or launch.decided_by is not None:
            yield facts.plan.campaigns[launch.campaign], launch
