"""The page that explains one thing: a task, a launch, the end of an initiative, a release or a cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.checks.wording import counted, days_of, listed, named
from roadmap.model.directory import Target
from roadmap.model.plan import Plan
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.asking import asking
from roadmap.outputs.explanation.levers import levers
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.explanation.steps import steps
from roadmap.outputs.schedule_table import launch_text
from roadmap.outputs.style import Style
from roadmap.outputs.task_days import releases_by_id, task_days
from roadmap.schedule.chain import chain
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule, last_day

_BOUNDS = {
    "launch": "the launch",
    "end": "the end of",
    "deadline": "the deadline of",
    "promised": "the day promised for",
}


def explained(target: Target, plan: Plan, problem: Problem, schedule: Schedule, style: Style) -> Iterator[str]:
    """The lines of the page."""
    page = Page(style)
    if target.kind == "task":
        return _task(target.node, plan, problem, schedule, page)
    if target.kind in ("release", "cut-off"):
        return _release(target.node, plan, schedule, page)
    return _goal(target, plan, problem, schedule, page)


def _task(id: str, plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    task = plan.tasks[id]
    yield from page.title(named(task), task.place)
    if id not in schedule.tasks:
        yield from page.sentence(_unscheduled(id, plan, problem))
        return
    dates = schedule.tasks[id]
    days = task_days(dates, releases_by_id(plan))
    state = {"planned": "is planned", "doing": "is under way", "done": "is done", "dropped": "is dropped"}[task.status]
    yield from page.sentence(f"It {state}{f' by {task.team}' if task.team else ''}.")
    yield ""
    if dates.shown_at:
        yield from page.fact("milestone", f"{day_text(days.start)}, at the {dates.shown_at} of the day")
    else:
        yield from page.fact("work", _span_text(days.start, days.finish))
    if task.ships_on:
        ships = (
            f"{day_text(days.available)} with {listed(dates.releases)}"
            if days.available
            else "never: no release can carry it"
        )
        yield from page.fact("available", ships)
    pins = [
        f"{name} on {day_text(date)}"
        for name, date in (("start", days.pinned_start), ("finish", days.pinned_finish))
        if date
    ]
    if pins:
        yield from page.fact("planned", f"{' and '.join(pins)}, which is not possible")
    if task.status != "done":
        yield from page.fact(
            "at the latest",
            f"{_span_text(days.late_start, days.late_finish)}, for {_bound_text(dates.bound_by)}",
        )
        yield from page.fact("float", _float_text(dates.total_float, dates.free_float))
    yield from (line for fact in asking(task, dates) for line in page.fact("ask by", fact))
    driving = chain(problem, schedule, id)
    yield from page.section("Why", steps(driving, schedule, page))
    yield from page.section("What could move it", levers(driving, plan, problem, schedule, page))


def _goal(target: Target, plan: Plan, problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """Launches, and ends of initiatives and of live windows."""
    owner = plan.initiatives[target.node.split("/")[0].split("@")[0]]
    yield from page.title(f"{named(owner)}{f', {target.node}' if target.node != owner.id else ''}", owner.place)
    if target.kind == "ends":
        ends = plan.campaigns[owner.id].ends
        assert ends is not None
        yield from page.sentence(f"Its live window ends with {day_text(ends)}, as written.")
        return
    if target.node not in problem.index:
        yield from page.sentence(_unscheduled(target.node, plan, problem))
        return
    launches = (
        [schedule.launches[target.node]]
        if target.kind == "launch"
        else [launch for launch in schedule.launches.values() if launch.campaign == owner.id]
    )
    for launch in launches:
        yield from page.sentence(f"The {launch_text(launch)[0]}.")
    end = schedule.ends.get(owner.id)
    if target.kind == "end":
        whole = f"by the end of {day_text(last_day(end))}" if end else "never: no release can carry some of it"
        yield from page.sentence(f"All its work is available {whole}.")
        deadline = plan.projects[owner.id].deadline if owner.id in plan.projects else None
        if deadline is not None:
            yield from page.sentence(f"Its deadline is {day_text(deadline)}.")
    driving = chain(problem, schedule, target.node)
    yield from page.section("Why", steps(driving, schedule, page))
    yield from page.section("What could move it", levers(driving, plan, problem, schedule, page))


def _release(node: str, plan: Plan, schedule: Schedule, page: Page) -> Iterator[str]:
    id, _, cut_off = node.partition("/")
    release = releases_by_id(plan)[id]
    train = plan.trains[release.train]
    yield from page.title(
        f"{named(train)}, release {id}{f', cut-off {cut_off}' if cut_off else ''}", release.place or train.place
    )
    if release.skipped:
        yield from page.sentence(f"It does not take place: {release.skipped}.")
    yield ""
    if release.date != release.slot:
        yield from page.fact("slot", day_text(release.slot))
    yield from page.fact("day", day_text(release.date))
    for name, date in sorted(release.cut_offs.items(), key=lambda item: (item[1], item[0])):
        roles = [
            role
            for role, gate in (("requests are in", release.request_gate), ("work is finished", release.gate))
            if gate == name
        ]
        note = f": {' and '.join(roles)} by the end of that day" if roles else ""
        yield from page.fact(f"cut-off {name}", f"{day_text(date)}{note}")
    for name, date in sorted(release.milestones.items(), key=lambda item: (item[1], item[0])):
        yield from page.fact(f"milestone {name}", day_text(date))
    carried = schedule.carries.get(id, ())
    if not carried:
        yield from page.fact("carries", "nothing so far")
    yield from page.section(
        f"It carries {counted(len(carried), 'task')}",
        (
            line
            for task in carried
            for line in page.item(f"{named(plan.tasks[task])}, finished on {day_text(schedule.tasks[task].last_day)}")
        ),
    )


def _unscheduled(node: str, plan: Plan, problem: Problem) -> str:
    """Why something has no dates."""
    if node in problem.stuck:
        return "It has no dates: it waits in a circle, or behind one. `roadmap check --select DG` shows it."
    if node in plan.tasks and plan.tasks[node].status == "dropped":
        return "It has no dates: it is dropped."
    initiative = plan.initiatives[node.split("/")[0].split("@")[0]]
    if initiative.status in ("idea", "paused", "cancelled"):
        state = {"idea": "an idea", "paused": "paused", "cancelled": "cancelled"}[initiative.status]
        return f"It has no dates: {initiative.id} is {state}."
    return "It has no dates: there is nothing to do in it."


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
