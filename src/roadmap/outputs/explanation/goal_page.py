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
from roadmap.schedule.result import Schedule, last_day


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
        end = schedule.ends.get(owner.id)
        whole = f"by the end of {day_text(last_day(end))}" if end else "never: no release can carry some of it"
        yield from page.sentence(f"All its work is available {whole}.")
        deadline = plan.projects[owner.id].deadline if owner.id in plan.projects else None
        if deadline is not None:
            yield from page.sentence(f"Its deadline is {day_text(deadline)}.")
    yield from why(target.node, plan, problem, schedule, page)
