"""How much room there should be between what a launch needs and the launch, and which day leaves it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from roadmap.checks.launches import launch_days
from roadmap.checks.wording import days_of
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.values.durations import Duration
    from roadmap.model.workdays import Workdays
    from roadmap.schedule.result import LaunchDates, Schedule


def wanted(facts: Facts, launch: LaunchDates) -> int:
    """Working days that the settings want; 0 where they want none."""
    return _days(facts.plan.settings.buffer, launch_days(facts, launch))


def room(facts: Facts, launch: LaunchDates) -> int:
    """Working days that a launch should have: at least one where a release brings what decides it, as it may slip."""
    return room_of(launch, facts.plan.settings.buffer, launch_days(facts, launch), facts.schedule)


def room_of(launch: LaunchDates, buffer: Duration | None, calendar: Workdays, schedule: Schedule) -> int:
    """The same, of a launch whose days its ``calendar`` counts."""
    ships = launch.decided_by is not None and schedule.tasks[launch.decided_by].releases
    return max(_days(buffer, calendar), 1 if ships else 0)


def _days(buffer: Duration | None, calendar: Workdays) -> int:
    return math.ceil(buffer.days(calendar.week_length)) if buffer is not None else 0


def roomy_day(facts: Facts, launch: LaunchDates, days: int) -> int:
    """The first day with so much room after what the launch needs, which can be."""
    assert launch.possible is not None
    calendar = launch_days(facts, launch)
    return calendar.next(calendar.forward(launch.possible, days)) if days else launch.possible


def buffer_wanted(facts: Facts, launch: LaunchDates) -> list[Related]:
    """Where the settings say how much is wanted, if they do."""
    days = wanted(facts, launch)
    return [Related(facts.plan.settings.where("buffer"), f"a buffer of {days_of(days)} is wanted")] if days else []
