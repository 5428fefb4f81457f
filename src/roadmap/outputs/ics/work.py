"""Milestones and deadlines: of tasks, and deadlines of projects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.checks.wording import days_of, named
from roadmap.model.initiative import Project
from roadmap.model.task import Task
from roadmap.outputs.day_text import day_text
from roadmap.outputs.ics.entry import Entry, Status
from roadmap.outputs.ics.subject import Subject, bullets, in_time, title
from roadmap.outputs.ics.waiting import done_with, waits_for
from roadmap.schedule.result import TaskDates

_DAY = dt.timedelta(days=1)


def work_entries(subject: Subject) -> Iterator[Entry]:
    """Milestones are tasks that take no time."""
    for id, dates in subject.schedule.tasks.items():
        task = subject.plan.tasks[id]
        if dates.shown_at is not None:
            yield _of_task(subject, task, "milestone", dates.first_day)
        if task.deadline is not None:
            yield _of_task(subject, task, "deadline", task.deadline)
    for project in subject.plan.projects.values():
        if project.deadline is not None and project.id in subject.schedule.ends:
            yield _of_project(subject, project, project.deadline)


def _of_task(subject: Subject, task: Task, kind: str, date: dt.date) -> Entry:
    dates = subject.schedule.tasks[task.id]
    holds = in_time(dates, date) if kind == "deadline" else dates.total_float >= 0
    done = "done" if task.status == "done" else "to be done"
    text = [f"{named(task)}, {done} by {subject.team(task.team)}.", _standing(subject, task, dates, holds)]
    owner = subject.owners(task.owner)
    if owner:
        text.append(f"Owner: {owner}")
    return Entry(
        kind=kind,
        id=task.id,
        summary=f"{kind.capitalize()}: {title(task)} ({title(subject.initiative(task))})",
        start=date,
        end=date + _DAY,
        category=kind.capitalize(),
        colour="teal" if kind == "milestone" else "firebrick",
        status=_status(task, holds),
        text=(*text, *subject.secrets(task)),
        relations=waits_for(subject, task),
        feeds=frozenset(subject.task_feeds(task)),
        url=task.url,
    )


def _status(task: Task, holds: bool) -> Status:
    return "CONFIRMED" if holds or task.status == "done" else "TENTATIVE"


def _standing(subject: Subject, task: Task, dates: TaskDates, holds: bool) -> str:
    if task.status == "done":
        return f"Done on {day_text(dates.last_day)}."
    ready = f"It is planned for {day_text(dates.last_day)}"
    if dates.releases:
        ready += f", to reach users with {' and '.join(dates.releases)}"
    if holds:
        return f"{ready}."
    late = f"{days_of(-dates.total_float)} too late for {subject.bound(dates)}"
    return f"{ready}. It cannot hold: that is {late}." if dates.total_float < 0 else f"{ready}. It cannot hold."


def _of_project(subject: Subject, project: Project, date: dt.date) -> Entry:
    scheduled = (task for task in project.tasks.values() if task.id in subject.schedule.tasks)
    tasks = subject.by_readiness(task for task in scheduled if task.status != "done")
    late = [task for task in tasks if not in_time(subject.schedule.tasks[task.id], date)]
    teams = {project.team, *(task.team for task in project.tasks.values())}
    text = [
        f"{project.id}, led by {subject.team(project.team)}.",
        *bullets("Too late for it:", [subject.task_line(task) for task in late]),
        *bullets("Still to do:", [subject.task_line(task) for task in tasks if task not in late]),
        *subject.secrets(project),
    ]
    return Entry(
        kind="deadline",
        id=project.id,
        summary=f"Deadline: {title(project)}",
        start=date,
        end=date + _DAY,
        category="Deadline",
        colour="firebrick",
        status="TENTATIVE" if late else "CONFIRMED",
        text=tuple(text),
        relations=done_with(subject, tasks),
        feeds=frozenset(f"team:{team}" for team in teams if team),
        url=project.url,
    )
