"""What is still to be done. Finished work and finished campaigns are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.model.task import Task
    from roadmap.schedule.result import LaunchDates, TaskDates


class Standing(NamedTuple):
    """Scheduled tasks by how far they are, in order of their ids, less those of initiatives that are over.

    ``open`` is ``pending``, which has not begun, and ``doing``. Of what is pending, ``requested`` says something under
    `request`, and ``bound`` needs notice. Of what is open, ``dated`` has a planned day (start, finish, not before,
    deadline), and ``shipping`` ships on a train. Of all, ``recorded`` has a day on which it really began or ended.
    """

    open: list[Task]
    pending: list[tuple[Task, TaskDates]]
    doing: list[Task]
    done: list[Task]
    requested: list[tuple[Task, TaskDates]]
    bound: list[tuple[Task, TaskDates]]
    dated: list[tuple[Task, TaskDates]]
    shipping: list[tuple[Task, TaskDates]]
    recorded: list[Task]


@remembered
def standing(facts: Facts) -> Standing:
    """How far everything is that matters today."""
    over, tasks = finished(facts), facts.plan.tasks
    found = Standing([], [], [], [], [], [], [], [], [])
    for name, dates in facts.schedule.tasks.items():
        task = tasks[name]
        if task.initiative in over:
            continue
        if task.started is not None or task.finished is not None:
            found.recorded.append(task)
        status = task.status
        if status == "done":
            found.done.append(task)
            continue
        found.open.append(task)
        both = (task, dates)
        if status == "planned":
            found.pending.append(both)
            if task.request is not None:
                found.requested.append(both)
            if dates.ask_by is not None:
                found.bound.append(both)
        else:
            found.doing.append(task)
        if not (task.start is None and task.finish is None and task.deadline is None and task.not_before is None):
            found.dated.append(both)
        if task.ships_on:
            found.shipping.append(both)
    return found


@remembered
def finished(facts: Facts) -> frozenset[str]:
    """Initiatives that are over: recorded as done, or campaigns whose live window has passed."""
    over = {initiative.id for initiative in facts.plan.initiatives.values() if initiative.status == "done"}
    over.update(
        campaign.id for campaign in facts.plan.campaigns.values() if campaign.ends and campaign.ends < facts.today
    )
    return frozenset(over)


@remembered
def coming_launches(facts: Facts) -> list[tuple[Campaign, LaunchDates]]:
    """Launches that have not taken place. One whose day has passed counts while a must is missing."""
    over = finished(facts)
    coming = []
    for launch in facts.schedule.launches.values():
        missing = launch.possible is None or launch.decided_by is not None
        if (
            launch.launched is None
            and launch.campaign not in over
            and (missing or launch.written >= facts.problem.today)
        ):
            coming.append((facts.plan.campaigns[launch.campaign], launch))
    return coming
