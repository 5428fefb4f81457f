"""What is in the way of work that is not done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.driving import driving
from roadmap.checks.remembered import remembered
from roadmap.checks.standing import coming_launches, scheduled_saying
from roadmap.checks.wording import days_of, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Campaign
    from roadmap.model.task import Roadblock, Task
    from roadmap.schedule.result import LaunchDates

_LACKS = {"owner": "no owner", "due": "no date"}


class Met(NamedTuple):
    """A roadblock, and the task that has met it."""

    task: Task
    roadblock: Roadblock

    @property
    def words(self) -> str:
        """``“No test data”, in the way of “Landing page” (spring-sale/landing),``: a subject of a sentence."""
        return f"“{self.roadblock.what}”, in the way of {named(self.task)},"

    @property
    def is_open(self) -> bool:
        return not self.roadblock.wrote("resolved")

    @property
    def missing(self) -> list[str]:
        """Keys that an open roadblock needs and that are not written: ``owner``, ``due``."""
        return [key for key in _LACKS if not self.roadblock.wrote(key)]

    def days_late(self, today: dt.date) -> int:
        """Calendar days since it was to be cleared; 0 where that is to come, or not written."""
        due = self.roadblock.due
        return max((today - due).days, 0) if due is not None else 0

    def troubles(self, today: dt.date) -> list[str]:
        """What else is wrong with it: ``no owner``, ``2 calendar days past its date 2026-11-20``."""
        late = self.days_late(today)
        past = [f"{days_of(late, elapsed=True)} past its date {self.roadblock.due}"] if late else []
        return [*(_LACKS[key] for key in self.missing), *past]


def lacks(missing: list[str]) -> str:
    """``no owner and no date``."""
    return listed([_LACKS[key] for key in missing])


def remedy(missing: list[str], what: str = "it") -> str:
    """``who clears it and by when (`owner` and `due`)``."""
    words = {"owner": f"who clears {what}", "due": "by when"}
    return f"{listed([words[key] for key in missing])} ({listed([f'`{key}`' for key in missing])})"


@remembered
def roadblocks(facts: Facts) -> list[Met]:
    """Of all work that is not done, cleared or not, in order of tasks."""
    blocked = [task for task, _ in scheduled_saying(facts, "roadblocks") if task.status != "done"]
    return [Met(task, roadblock) for task in blocked for roadblock in task.roadblocks]


@remembered
def driven(facts: Facts) -> dict[str, list[tuple[Campaign, LaunchDates]]]:
    """Tasks with open roadblocks to the launches that they drive, if any."""
    blocked = {met.task.id for met in roadblocks(facts) if met.is_open}
    found: dict[str, list[tuple[Campaign, LaunchDates]]] = {}
    for campaign, launch in coming_launches(facts) if blocked else ():
        for node, _ in driving(facts, launch):
            if node in blocked:
                found.setdefault(node, []).append((campaign, launch))
    return dict(sorted(found.items()))
