"""What is still to be done. Finished work and finished campaigns are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.saying import saying

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
    pending: list[Task]
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
    unfinished: list[Task] = []
    pending: list[Task] = []
    bound: list[tuple[Task, TaskDates]] = []
    doing: list[Task] = []
    done: list[Task] = []
    for name, dates in facts.schedule.tasks.items():
        task = tasks[name]
        if task.initiative in over:
            continue
        status = task.status
        if status == "done":
            done.append(task)
            continue
        unfinished.append(task)
        if status == "planned":
            pending.append(task)
            if dates.ask_by is not None:
                bound.append((task, dates))
        else:
            doing.append(task)
    planned_days = scheduled_saying(facts, "start", "finish", "deadline", "not_before")
    return Standing(
        unfinished,
        pending,
        doing,
        done,
        requested=[both for both in scheduled_saying(facts, "request") if both[0].status == "planned"],
        bound=bound,
        dated=[both for both in planned_days if both[0].status != "done"],
        shipping=[both for both in scheduled_saying(facts, "ships_on") if both[0].status != "done"],
        recorded=[task for task, _ in scheduled_saying(facts, "started", "finished")],
    )


def scheduled_saying(facts: Facts, *fields: str) -> list[tuple[Task, TaskDates]]:
    """Scheduled tasks with something under one of some fields, in order of their ids, less those of initiatives that
    are over."""
    over, scheduled = finished(facts), facts.schedule.tasks
    return [
        (task, scheduled[task.id])
        for task in saying(facts, *fields)
        if task.id in scheduled and task.initiative not in over
    ]


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
