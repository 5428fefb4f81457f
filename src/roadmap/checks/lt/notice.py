"""Requests that a notice binds, and those of them that cannot start in time because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.bounds import is_written
from roadmap.checks.causes import causes, roots
from roadmap.checks.remembered import remembered
from roadmap.checks.saying import saying
from roadmap.checks.standing import standing
from roadmap.checks.wording import days_of

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Severity
    from roadmap.model.task import Task
    from roadmap.model.workdays import Workdays
    from roadmap.schedule.result import TaskDates
    from roadmap.schedule.work import Work


class Ask(NamedTuple):
    """A request that the notice binds: not begun, and not accepted. ``ask_by``: the latest day on which a complete
    request is in time; ``calendar``: that of the doing team, in which the notice counts."""

    task: Task
    dates: TaskDates
    work: Work
    ask_by: dt.date
    calendar: Workdays

    @property
    def asked(self) -> dt.date | None:
        return self.task.request.asked if self.task.request is not None else None

    @property
    def notice(self) -> str:
        return days_of(self.work.notice.days, self.work.notice.elapsed)


class LateAsk(NamedTuple):
    """A request that the notice makes too late. ``complete``: the boundary of the day on which it is complete;
    ``provider``: the task that makes it complete, where one does; ``behind``: requests that are late because of it."""

    ask: Ask
    complete: int
    provider: Task | None
    behind: list[str]


@remembered
def asks(facts: Facts) -> list[Ask]:
    """All requests that a notice binds, less those that were declined: LT206 tells what is to be done about them."""
    nodes, index = facts.problem.nodes, facts.problem.index
    found: list[Ask] = []
    for task, dates in standing(facts).bound:
        if task.request is not None and task.request.answer == "declined":
            continue
        node = nodes[index[task.id]]
        if dates.ask_by is not None and node.work is not None and node.work.notice.days:
            found.append(Ask(task, dates, node.work, dates.ask_by, node.calendar))
    return found


@remembered
def late_asks(facts: Facts) -> list[LateAsk]:
    """Requests that start too late for a written day, because of the notice and not of something else that they wait
    for, less those that only wait for another such request."""
    late: dict[str, LateAsk] = {}
    for ask in asks(facts):
        if ask.dates.late_start < ask.dates.start and is_written(ask.dates.bound_by):
            found = _by_notice(facts, ask)
            if found is not None:
                late[ask.task.id] = found
    return [late[root]._replace(behind=behind) for root, behind in roots(facts, late).items()]


def gravity(ask: Ask) -> Severity | None:
    """Less than usual where a launch goes ahead without what is asked: that it does is an info, too (SC103)."""
    return "info" if ask.task.priority == "could" and ask.dates.bound_by.startswith("launch ") else None


def is_shared_late(facts: Facts, ask: Ask) -> bool:
    """Whether the plan was first shared, or is to be, only after the latest day to ask: LT210 tells of that."""
    shared = facts.plan.initiatives[ask.task.initiative].first_shared
    return shared is not None and shared > ask.ask_by


def _by_notice(facts: Facts, ask: Ask) -> LateAsk | None:
    for cause in causes(facts, facts.problem.index[ask.task.id]):
        if cause.kind == "notice":
            if cause.arc is None:
                return LateAsk(ask, ask.work.complete, None, [])
            source = facts.problem.nodes[cause.arc.source]
            return LateAsk(ask, facts.schedule.moments.end[cause.arc.source], facts.plan.tasks[source.id], [])
    return None


def missing(facts: Facts, task: Task) -> list[str]:
    """What the service needs from the asker, and nobody gives or provides."""
    service = facts.plan.services.get(task.service or "")
    if service is None:
        return []
    given = task.request.given if task.request is not None else {}
    made = _makers(facts)
    return [
        thing
        for thing in service.needs_from_asker
        if thing not in given and not made.get((task.initiative, thing), set()) - {task.id}
    ]


@remembered
def _makers(facts: Facts) -> dict[tuple[str, str], set[str]]:
    """(initiative, thing that a task provides) to scheduled tasks there that provide it: two at most, as more do not
    matter."""
    found: dict[tuple[str, str], set[str]] = {}
    for task in saying(facts, "provides"):
        for thing in task.provides if task.id in facts.schedule.tasks else ():
            makers = found.setdefault((task.initiative, thing), set())
            if len(makers) < 2:
                makers.add(task.id)
    return found
