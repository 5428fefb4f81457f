"""What reviews have to talk about."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.lt.notice import asks
from roadmap.checks.mt.joint_work import joint_work
from roadmap.checks.mt.meetings import meetings
from roadmap.checks.ongoing import ongoing, work_of_others
from roadmap.checks.remembered import remembered
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.review import Review
    from roadmap.model.task import Task


class Agenda(NamedTuple):
    """The next meeting of a review. ``written``: its `subjects`; ``requests``: between its teams, asked and not
    answered, or to be asked before the meeting after the next; ``roadblocks``: open ones in the work of its teams;
    ``joint``: whether two of its teams still work together on that day or later."""

    review: Review
    day: int
    written: list[str]
    requests: list[str]
    roadblocks: list[str]
    joint: bool

    @property
    def subjects(self) -> int:
        return len(self.written) + len(self.requests) + len(self.roadblocks)


@remembered
def agendas(facts: Facts) -> list[Agenda]:
    """The next meeting of each review that says when it takes place."""
    found = []
    for each in meetings(facts):
        days = [day for day in each.days if day >= facts.problem.today]
        if days:
            teams = frozenset(each.review.teams)
            after = days[1] if len(days) > 1 else days[0] + 1
            asked = [open_ for team in teams for open_ in _requests(facts).get(team, ())]
            requests = [open_.words for open_ in sorted(asked) if open_.of in teams and open_.by < after]
            met = {number: what for team in teams for number, what in _roadblocks(facts).get(team, ())}
            roadblocks = [met[number] for number in sorted(met)]
            joint = any(end > days[0] for team in teams for other, end in _joint(facts).get(team, ()) if other in teams)
            found.append(Agenda(each.review, days[0], list(each.review.subjects), requests, roadblocks, joint))
    return found


class Open(NamedTuple):
    """A request that is not answered. ``number``: in which order they are told; ``of``: the team that is asked; ``by``:
    the boundary of the day by which it must be; 0 if it is."""

    number: int
    words: str
    of: str
    by: int


@remembered
def _requests(facts: Facts) -> dict[str, list[Open]]:
    """Team to what it asks of others, or must ask."""
    initiatives = facts.plan.initiatives
    found: dict[str, list[Open]] = {}
    count = itertools.count()

    def add(task: Task, by: int) -> None:
        asking = initiatives[task.initiative].team
        if asking is not None and task.team is not None:
            found.setdefault(asking, []).append(Open(next(count), named(task), task.team, by))

    for work in work_of_others(facts).values():
        for task in work:
            request = task.request
            if task.status == "planned" and request is not None and request.asked and request.answer == "open":
                add(task, 0)
    for ask in asks(facts):
        if ask.asked is None and (ask.task.request is None or ask.task.request.answer == "open"):
            add(ask.task, ask.ask_by.toordinal())
    return found


@remembered
def _roadblocks(facts: Facts) -> dict[str | None, list[tuple[int, str]]]:
    """Team to the open roadblocks in its initiatives and in its work, each with a number that tells it apart."""
    found: dict[str | None, list[tuple[int, str]]] = {}
    count = itertools.count()
    for initiative in ongoing(facts):
        for task in initiative.tasks.values():
            for roadblock in task.roadblocks:
                if roadblock.resolved is None:
                    number = next(count)
                    for team in {initiative.team, task.team}:
                        found.setdefault(team, []).append((number, roadblock.what))
    return found


@remembered
def _joint(facts: Facts) -> dict[str, list[tuple[str, int]]]:
    """Team to those that it works with whose ids come after its own, each with the boundary at which that ends."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (one, other), work in joint_work(facts).items():
        found.setdefault(one, []).append((other, work.end))
    return found
