"""What is to be said of the request for a task."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.task import Task
from roadmap.outputs.day_text import day_text
from roadmap.schedule.result import TaskDates


def asking(task: Task, dates: TaskDates) -> Iterator[str]:
    """The day by which a complete request is in time, and whether it was asked; nothing where nothing need be asked."""
    if dates.ask_by is None:
        return
    request = task.request
    if request is None or request.asked is None:
        yield f"{day_text(dates.ask_by)}, not asked yet"
    else:
        yield f"{day_text(dates.ask_by)}, asked on {day_text(request.asked)}, the answer is {request.answer}"
