"""What events are made from: a plan with its dates and findings, and what may be told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmap.checks.wording import listed
from roadmap.findings.finding import Finding
from roadmap.model.initiative import Campaign, Initiative
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.model.task import Task
from roadmap.model.values.people import Person
from roadmap.outputs.ics.lasting import Lasting
from roadmap.outputs.task_days import releases_by_id
from roadmap.schedule.result import Schedule, TaskDates
from roadmap.source.zones import Zone

_FAR = dt.date.max.toordinal()

MOST = 20
"""So many things are listed in a description, then how many more there are."""


@dataclass(frozen=True)
class Subject:
    """``findings``: those that are reported. ``people``: tell names with their addresses; ``details``: tell notes,
    roadblocks and budgets, too. Neither is told unless asked for, because feeds are easily passed on."""

    plan: Plan
    schedule: Schedule
    findings: Sequence[Finding]
    today: dt.date
    zone: Zone
    people: bool = False
    details: bool = False

    @cached_property
    def releases(self) -> dict[str, Release]:
        """All releases by id."""
        return releases_by_id(self.plan)

    @cached_property
    def lasting(self) -> Lasting:
        """What calendars know its things by."""
        return Lasting(self.plan)

    @cached_property
    def waiting(self) -> dict[str, list[Task]]:
        """What is waited for to the tasks that wait for it."""
        found: dict[str, list[Task]] = {}
        for id, links in self.plan.dependencies.items():
            for target in dict.fromkeys(link.target for link in links):
                found.setdefault(target, []).append(self.plan.tasks[id])
        return found

    @property
    def horizon(self) -> dt.date:
        """How far ahead releases and meetings are listed."""
        return self.plan.settings.until or dt.date(self.today.year + 2, 12, 31)

    def team(self, id: str | None) -> str:
        """The name of a team."""
        found = self.plan.teams.get(id or "")
        return (found and found.name) or id or "nobody yet"

    def teams(self, ids: Iterable[str]) -> str:
        return listed([self.team(id) for id in ids], MOST)

    def initiative(self, task: Task) -> Initiative:
        return self.plan.initiatives[task.initiative]

    def task_line(self, task: Task) -> str:
        """``Landing page (Spring sale 2027), Web platform``."""
        return f"{title(task)} ({title(self.initiative(task))}), {self.team(task.team)}"

    def by_readiness(self, tasks: Iterable[Task]) -> list[Task]:
        """What is available first, first; what never is, last."""
        dates = self.schedule.tasks
        return sorted(tasks, key=lambda task: (dates[task.id].available or _FAR, task.id))

    def bound(self, dates: TaskDates) -> str:
        """What bounds the late dates of a task: ``the launch of Spring sale 2027``."""
        kind, _, id = dates.bound_by.partition(" ")
        thing = self.plan.tasks.get(id) or self.plan.initiatives.get(id.partition("@")[0])
        day = "day promised" if kind == "promised" else kind
        return f"the {day} {'for' if kind == 'promised' else 'of'} {(thing and thing.title) or id}"

    def owners(self, owners: Iterable[Person]) -> str:
        """People by name; an address only where addresses are asked for."""
        return listed([str(one) if self.people else one.name or "" for one in owners if self.people or one.name], MOST)

    def task_feeds(self, task: Task) -> set[str]:
        """The feeds that a task concerns: those of its teams and campaign, and of its trains."""
        return self.team_feeds(task) | {f"train:{train}" for train in task.ships_on}

    def team_feeds(self, task: Task) -> set[str]:
        """Those of its team and helpers, and of its initiative's team and campaign."""
        initiative = self.initiative(task)
        teams = {task.team, initiative.team, *task.with_}
        feeds = {f"team:{team}" for team in teams if team}
        if isinstance(initiative, Campaign):
            feeds.add(f"campaign:{initiative.id}")
        return feeds

    def secrets(self, thing: Task | Initiative) -> list[str]:
        """Paragraphs that are told only with details: notes, open roadblocks, the budget."""
        if not self.details:
            return []
        told = [f"Notes: {thing.notes}"] if thing.notes else []
        if isinstance(thing, Initiative):
            return told + ([f"Budget: {thing.budget.total}"] if thing.budget and thing.budget.total else [])
        return told + [f"In the way: {block.what}" for block in thing.roadblocks if not block.resolved]


def title(thing: Task | Initiative) -> str:
    """What it is called where its initiative stands beside it: a task without a title by its name within that."""
    return thing.title or (thing.name if isinstance(thing, Task) else thing.id)


def bullets(heading: str, items: Sequence[str]) -> list[str]:
    """A paragraph that lists; nothing where there is nothing to list."""
    if not items:
        return []
    more = [f"- and {len(items) - MOST} more"] if len(items) > MOST else []
    return ["\n".join([heading, *(f"- {item}" for item in items[:MOST]), *more])]


def in_time(dates: TaskDates, day: dt.date) -> bool:
    """Whether a task is available on or before a day: shipped work with a release, other work at the day's end."""
    return dates.available is not None and dates.available <= day.toordinal() + (0 if dates.releases else 1)
