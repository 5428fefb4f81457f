"""The page that explains one thing: a task, a launch, the end of an initiative, a release or a cut-off."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.directory import Target
from roadmap.model.plan import Plan
from roadmap.outputs.explanation.goal_page import goal_page
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.explanation.release_page import release_page
from roadmap.outputs.explanation.task_page import task_page
from roadmap.outputs.style import Style
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule


def explained(target: Target, plan: Plan, problem: Problem, schedule: Schedule, style: Style) -> Iterator[str]:
    """The lines of the page."""
    page = Page(style)
    if target.kind == "task":
        return task_page(target.node, plan, problem, schedule, page)
    if target.kind in ("release", "cut-off"):
        return release_page(target.node, plan, schedule, page)
    return goal_page(target, plan, problem, schedule, page)
