"""What reviews have to talk about."""

from __future__ import annotations

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
            requests = [open_.words for open_ in _requests(facts) if teams.issuperset(open_.teams) and open_.by < after]
            roadblocks = [what for what, involved in _roadblocks(facts) if not involved.isdisjoint(teams)]
            joint = any(teams.issuperset(pair) and work.end > days[0] for pair, work in joint_work(facts).items())
            found.append(Agenda(each.review, days[0], list(each.review.subjects), requests, roadblocks, joint))
    return found


class Open(NamedTuple):
    """A request that is not answered, and the two teams. ``by``: the boundary of the day by which it must be asked;
    0 if it is."""

    words: str
    teams: tuple[str | None, str | None]
    by: int


@remembered
def _requests(facts: Facts) -> list[Open]:
    initiatives = facts.plan.initiatives
    found = []
    for name, work in work_of_others(facts).items():
        for task in work:
            request = task.request
            if task.status == "planned" and request is not None and request.asked and request.answer == "open":
                found.append(Open(named(task), (initiatives[name].team, task.team), 0))
    for ask in asks(facts):
        if ask.asked is None and (ask.task.request is None or ask.task.request.answer == "open"):
            teams = (initiatives[ask.task.initiative].team, ask.task.team)
            found.append(Open(named(ask.task), teams, ask.ask_by.toordinal()))
    return found


@remembered
def _roadblocks(facts: Facts) -> list[tuple[str, set[str | None]]]:
    return [
        (roadblock.what, {initiative.team, task.team})
        for initiative in ongoing(facts)
        for task in initiative.tasks.values()
        for roadblock in task.roadblocks
        if roadblock.resolved is None
    ]
