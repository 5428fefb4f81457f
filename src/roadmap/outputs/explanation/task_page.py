"""The page of a task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.checks.wording import days_of, listed, named
from roadmap.model.plan import Plan
from roadmap.model.task import Task
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.explanation.why import why, why_not
from roadmap.outputs.task_days import TaskDays, releases_by_id, task_days
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule, TaskDates
from roadmap.schedule.slack import free_floats

_BOUNDS = {
    "launch": "the launch",
    "end": "the end of",
    "deadline": "the deadline of",
    "promised": "the day promised for",
}


def task_page(id: str, plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """Who does it and when, how late it may be, by when to ask for it, and why."""
    task = plan.tasks[id]
    yield from page.title(named(task), task.place)
    if id not in schedule.tasks:
        yield from page.sentence(why_not(id, plan, problem))
        return
    dates, free = schedule.tasks[id], free_floats(problem, schedule)[id]
    yield ""
    for name, text in _facts(task, dates, task_days(dates, releases_by_id(plan)), free):
        yield from page.fact(name, text)
    yield from why(id, plan, problem, schedule, page)


def _facts(task: Task, dates: TaskDates, days: TaskDays, free: int) -> Iterator[tuple[str, str]]:
    if task.team:
        yield "team", task.team
    yield "state", {"doing": "under way"}.get(task.status, task.status)
    if dates.shown_at:
        yield "milestone", f"{day_text(days.start)}, at the {dates.shown_at} of the day"
    else:
        yield "work", _span_text(days.start, days.finish)
    if task.ships_on:
        carried = f" with {listed(dates.releases)}" if dates.releases else ""
        yield (
            "available",
            f"{day_text(days.available)}{carried}" if days.available else "never: no release can carry it",
        )
    pinned = pinned_text(task, days)
    if pinned:
        yield "planned", pinned
    if task.status != "done":
        late = _span_text(days.late_start, days.late_finish)
        yield "at the latest", f"{late}, for {_bound_text(dates.bound_by)}"
        yield "float", _float_text(dates.total_float, free)
    if dates.ask_by is not None:
        yield "ask by", f"{day_text(dates.ask_by)}, {_asked_text(task)}"


def pinned_text(task: Task, days: TaskDays) -> str:
    """What the planner wrote and the schedule does not say; empty where there is nothing of the kind."""
    pinned = (("start", days.pinned_start), ("finish", days.pinned_finish))
    written = " and ".join(f"{name} on {day_text(date)}" for name, date in pinned if date)
    if not written or task.status != "planned":
        return written
    if days.pinned_start or (days.pinned_finish and days.pinned_finish < days.finish):
        return f"{written}, which is not possible"
    return f"{written}; the work ends before"


def _asked_text(task: Task) -> str:
    request = task.request
    if request is None or request.asked is None:
        return "not asked yet"
    return f"asked on {day_text(request.asked)}, the answer is {request.answer}"


def _span_text(first: dt.date, last: dt.date) -> str:
    return day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"


def _bound_text(bound: str) -> str:
    """``launch spring-sale`` as people say it."""
    kind, _, node = bound.partition(" ")
    return f"{_BOUNDS.get(kind, kind)} {node}"


def _float_text(total: int, free: int) -> str:
    if total < 0:
        return f"{days_of(-total)} too late for that"
    if total == 0:
        return "none: every day that it slips is a day too late"
    return f"{days_of(total)}{f', of which {free} move nothing else' if free < total else ''}"
