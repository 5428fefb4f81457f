"""Initiatives that are planned or under way, the functions that work in them, and the work of others in them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import finished

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Initiative
    from roadmap.model.task import Task


@remembered
def ongoing(facts: Facts) -> list[Initiative]:
    """Neither ideas nor paused, cancelled or over; by id."""
    over = finished(facts)
    return [
        initiative
        for initiative in facts.plan.initiatives.values()
        if initiative.status in ("planned", "live") and initiative.id not in over
    ]


@remembered
def cross_function(facts: Facts) -> dict[str, list[str]]:
    """Initiative to the functions whose teams work in it, where there are two or more. Teams that do not say their
    function have none."""
    all_teams = facts.plan.teams.values()
    function: dict[str | None, str] = {team.id: team.function for team in all_teams if team.wrote("function")}
    if len(set(function.values())) < 2:
        return {}
    found = {}
    for initiative in ongoing(facts):
        teams = {task.team for task in initiative.tasks.values() if task.status != "dropped"}
        functions = {function[team] for team in (initiative.team, *teams) if team in function}
        if len(functions) > 1:
            found[initiative.id] = sorted(functions)
    return found


@remembered
def work_of_others(facts: Facts) -> dict[str, list[Task]]:
    """Initiative to the tasks in it that another team than its own does and that are not done, where there are any."""
    found = {}
    for initiative in ongoing(facts):
        team = initiative.team
        if team is not None:
            tasks = [
                task
                for task in initiative.tasks.values()
                if task.team != team and task.team is not None and task.status in ("planned", "doing")
            ]
            if tasks:
                found[initiative.id] = tasks
    return found


@remembered
def scheduled_work_of_others(facts: Facts) -> list[Task]:
    """Those of them that have dates, in order of their ids."""
    work = (task for tasks in work_of_others(facts).values() for task in tasks if task.id in facts.schedule.tasks)
    return sorted(work, key=attrgetter("id"))
