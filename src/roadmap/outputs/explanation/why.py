"""Why a date is what it is, and what could move it: the two sections that every page with dates ends with."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.plan import Plan
from roadmap.outputs.explanation.levers import levers
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.explanation.steps import steps
from roadmap.schedule.chain import chain
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule


def why(node: str, plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """Both sections for a node that has dates."""
    driving = chain(problem, schedule, node)
    yield from page.section("Why", steps(driving, problem, schedule, page))
    yield from page.section("What could move it", levers(driving, plan, problem, schedule, page))


def why_not(node: str, plan: Plan, problem: Problem) -> str:
    """Why a node has no dates."""
    if node in problem.stuck:
        return "It has no dates: it waits in a circle, or behind one. `roadmap check --select DG` shows it."
    if node in plan.tasks and plan.tasks[node].status == "dropped":
        return "It has no dates: it is dropped."
    initiative = plan.initiatives[node.split("/")[0].split("@")[0]]
    if initiative.status in ("idea", "paused", "cancelled"):
        state = {"idea": "an idea", "paused": "paused", "cancelled": "cancelled"}[initiative.status]
        return f"It has no dates: {initiative.id} is {state}."
    return "It has no dates: there is nothing to do in it."
