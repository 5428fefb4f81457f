"""Hand-offs between teams: the last day to ask for something, and the day for which it is promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.checks.wording import days_of, listed, named
from roadmap.model.task import Task
from roadmap.network import providers
from roadmap.outputs.day_text import day_text
from roadmap.outputs.ics.entry import Entry, Moment
from roadmap.outputs.ics.subject import MOST, Subject, bullets, in_time, title
from roadmap.outputs.ics.waiting import waits_for
from roadmap.schedule.result import day

_DAY = dt.timedelta(days=1)
_HALF_HOUR = dt.timedelta(minutes=30)


def hand_off_entries(subject: Subject) -> Iterator[Entry]:
    """An ask-by day for every request that is not made, or not complete; a promised day for every promise."""
    for id, dates in subject.schedule.tasks.items():
        task = subject.plan.tasks[id]
        if dates.ask_by is not None and (missing := _missing(subject, task)):
            yield _ask_by(subject, task, dates.ask_by, missing)
        if task.request is not None and task.request.promised is not None:
            yield _promised(subject, task, task.request.promised)


def settled(subject: Subject) -> Iterator[str]:
    """The keys of ask-by days that nobody needs any more, because it was asked: they were not cancelled."""
    for id, dates in subject.schedule.tasks.items():
        if dates.ask_by is None or not _missing(subject, subject.plan.tasks[id]):
            yield f"ask-by-{subject.lasting.event('ask-by', id)}"


def _missing(subject: Subject, task: Task) -> list[str]:
    """What a request still lacks: the question itself, or things that the service needs and nobody makes ready."""
    request = task.request
    if request is None or request.asked is None:
        return ["the request itself"]
    if task.service not in subject.plan.services:
        return []
    coming = {thing for thing, _ in providers(task, subject.plan)}
    needed = subject.plan.services[task.service].needs_from_asker
    return [thing for thing in needed if thing not in request.given and thing not in coming]


def _ask_by(subject: Subject, task: Task, date: dt.date, missing: list[str]) -> Entry:
    dates = subject.schedule.tasks[task.id]
    asker, doer = subject.team(subject.initiative(task).team), subject.team(task.team)
    past = " This day is past: agree on shorter notice, or move what waits for it." if date < subject.today else ""
    text = [f"{asker} asks {doer} for {named(task)} by the end of this day.{past}"]
    service = subject.plan.services.get(task.service or "")
    if service is not None and service.needs_from_asker:
        text.append(f"A request is complete with: {listed(service.needs_from_asker, MOST)}.")
    if task.request is not None and task.request.asked is not None:
        text.append(f"It was asked on {day_text(task.request.asked)}, but lacks: {listed(missing, MOST)}.")
    notice = ""
    if task.notice is not None:
        unit = task.notice.days(_week_length(subject, task))
        notice = f" after {days_of(int(unit), task.notice.elapsed)} of notice"
    text.append(f"{doer} then starts on {day_text(day(dates.late_start))}{notice}, in time for {subject.bound(dates)}.")
    return Entry(
        kind="ask-by",
        id=task.id,
        summary=f"Last day to ask {doer}: {title(task)} ({title(subject.initiative(task))})",
        start=date,
        end=date + _DAY,
        category="Hand-off",
        colour="gold",
        text=(*text, *subject.secrets(task)),
        feeds=frozenset(subject.task_feeds(task)),
        url=task.url,
        remind=True,
    )


def _promised(subject: Subject, task: Task, date: dt.date) -> Entry:
    dates = subject.schedule.tasks[task.id]
    asker, doer = subject.team(subject.initiative(task).team), subject.team(task.team)
    start, end = _moment(subject, task, date)
    done = task.status == "done"
    text = [f"{doer} has promised {named(task)} to {asker} for this day."]
    if dates.releases:
        text.append(f"It reaches users with {listed(dates.releases)}.")
    if done:
        text.append(f"It was done on {day_text(dates.last_day)}.")
    elif not in_time(dates, date):
        ready = "never" if dates.available is None else day_text(_ready(subject, task))
        text.append(f"This cannot hold: as planned, it is there on {ready} at the earliest.")
    text += bullets("It is waited for by:", [subject.task_line(other) for other in subject.waiting.get(task.id, ())])
    return Entry(
        kind="promised",
        id=task.id,
        summary=f"{'Done' if done else 'Promised'} by {doer}: {title(task)} ({title(subject.initiative(task))})",
        start=start,
        end=end,
        category="Hand-off",
        colour="goldenrod",
        text=(*text, *subject.secrets(task)),
        relations=waits_for(subject, task),
        feeds=frozenset(subject.task_feeds(task)),
        url=task.url,
        remind=True,
    )


def _moment(subject: Subject, task: Task, date: dt.date) -> tuple[Moment, Moment]:
    """The whole day; or, where the release that brings it has a time, the half hour before that, in UTC."""
    for id in subject.schedule.tasks[task.id].releases:
        release = subject.releases[id]
        if release.date == date and release.at is not None:
            local = dt.datetime.combine(date, dt.time.fromisoformat(release.at), subject.zone.info)
            at = local.astimezone(dt.UTC)
            return at - _HALF_HOUR, at
    return date, date + _DAY


def _ready(subject: Subject, task: Task) -> dt.date:
    dates = subject.schedule.tasks[task.id]
    assert dates.available is not None
    return day(dates.available) if dates.releases else dates.last_day


def _week_length(subject: Subject, task: Task) -> int:
    return (subject.plan.workdays.get(task.team) or subject.plan.workdays[None]).week_length
