"""The days of a task as people see them: first and last days, and milestones on the side where they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.schedule.result import TaskDates, day, last_day


class TaskDays(NamedTuple):
    """``available``: the day of the release for shipped work (``None`` where no release can carry it), else ``finish``.

    ``release``: of those that carry it, the one that comes last. ``pinned_start``, ``pinned_finish``: what the planner
    wrote, where it differs.
    """

    start: dt.date
    finish: dt.date
    late_start: dt.date
    late_finish: dt.date
    available: dt.date | None
    release: str | None
    pinned_start: dt.date | None
    pinned_finish: dt.date | None


def task_days(dates: TaskDates, releases: Mapping[str, Release]) -> TaskDays:
    """``releases``: id to release, at least of those that carry the task."""
    milestone = dates.shown_at is not None
    first = last_day if dates.shown_at == "end" else day
    last = first if milestone else last_day
    release = max(dates.releases, key=lambda id: (releases[id].date, id), default=None)
    available = None
    if dates.available is not None:
        available = day(dates.available) if release is not None else dates.last_day
    return TaskDays(
        start=dates.first_day,
        finish=dates.last_day,
        late_start=first(dates.late_start),
        late_finish=last(dates.late_end),
        available=available,
        release=release,
        pinned_start=None if dates.pinned_start is None else day(dates.pinned_start),
        pinned_finish=None if dates.pinned_end is None else last(dates.pinned_end),
    )


def releases_by_id(plan: Plan) -> dict[str, Release]:
    """All releases of all trains, skipped ones included."""
    return {release.id: release for releases in plan.releases.values() for release in releases}
