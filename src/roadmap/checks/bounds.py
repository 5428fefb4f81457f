"""The written days that bound late dates: in words, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.launches import launch_place
from roadmap.checks.wording import called, iso

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.source.nodes import Place


class Bound(NamedTuple):
    """``words``: ``launch “Spring sale 2027” on 2027-03-15``; ``item``: the launch, task or project that says so;
    ``team``: whose it is. ``hard``: neither a wish nor the deadline of a project, whose findings are warnings."""

    words: str
    item: str
    team: str | None
    place: Place
    hard: bool


def is_written(bound_by: str) -> bool:
    """Whether a written day bounds, and not just the early end of the own initiative."""
    return bool(bound_by) and not bound_by.startswith("end ")


def bound(facts: Facts, bound_by: str) -> Bound:
    """What ``TaskDates.bound_by`` stands for, where it is written."""
    plan = facts.plan
    kind, _, item = bound_by.partition(" ")
    if kind == "launch":
        launch = facts.schedule.launches[item]
        campaign = plan.campaigns[launch.campaign]
        market = f" in {launch.market}" if launch.market else ""
        words = f"launch {called(campaign)}{market} on {iso(launch.written)}"
        return Bound(words, item, campaign.team, launch_place(campaign, launch), launch.firm)
    if item in plan.projects:
        project = plan.projects[item]
        words = f"the deadline {project.deadline} of {called(project)}"
        return Bound(words, item, project.team, project.where("deadline"), False)
    task = plan.tasks[item]
    if kind == "deadline":
        return Bound(f"the deadline {task.deadline} of {called(task)}", item, task.team, task.where("deadline"), True)
    promised = task.request.promised if task.request is not None else None
    where = task.where("request", "promised")
    return Bound(f"the promise of {called(task)} for {promised}", item, task.team, where, True)
