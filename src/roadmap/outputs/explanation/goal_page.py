"""The page of a launch, or of the end of an initiative or of a live window."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.wording import named
from roadmap.model.directory import Target
from roadmap.model.plan import Plan
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.explanation.why import why, why_not
from roadmap.outputs.schedule_table import launch_text
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule, day, last_day


def goal_page(target: Target, plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """Whether each launch holds, when all the work is available, and why."""
    owner = plan.initiatives[target.node.split("/")[0].split("@")[0]]
    yield from page.title(f"{named(owner)}{f', {target.node}' if target.node != owner.id else ''}", owner.place)
    if target.kind == "ends":
        ends = plan.campaigns[owner.id].ends
        yield from page.sentence(f"Its live window ends with {day_text(ends) if ends else 'no day'}, as written.")
        return
    if target.node not in problem.index:
        yield from page.sentence(why_not(target.node, plan, problem))
        return
    for launch in schedule.launches.values():
        if launch.id == target.node or (target.kind == "end" and launch.campaign == owner.id):
            yield from page.sentence(f"The {launch_text(launch)[0]}.")
    if target.kind == "end":
        yield from page.sentence(f"All its work is available {whole_text(owner.id, schedule)}.")
        deadline = plan.projects[owner.id].deadline if owner.id in plan.projects else None
        if deadline is not None:
            yield from page.sentence(f"Its deadline is {day_text(deadline)}.")
    yield from why(target.node, plan, problem, schedule, page)


def whole_text(initiative: str, schedule: Schedule) -> str:
    """When the last of its work is available: with a release on a day, or when that day's work is done."""
    end = schedule.ends.get(initiative)
    if not end:
        return "never: no release can carry some of it"
    ships = any(
        dates.available == end and dates.end < end
        for name, dates in schedule.tasks.items()
        if name.startswith(f"{initiative}/")
    )
    return f"on {day_text(day(end))}" if ships else f"by the end of {day_text(last_day(end))}"
