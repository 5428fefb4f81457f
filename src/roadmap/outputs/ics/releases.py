"""Releases, their cut-offs, freezes and milestones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from roadmap.model.release import Release
from roadmap.model.task import Task
from roadmap.model.train import Train, WrittenRelease
from roadmap.outputs.day_text import day_text
from roadmap.outputs.ics.entry import PAST, Entry, Relation
from roadmap.outputs.ics.subject import Subject, bullets

MOST_RELEASES = 300
"""So many releases a train are listed whatever they carry: a daily train fills no calendar for years."""

_DAY = dt.timedelta(days=1)


def release_entries(subject: Subject) -> Iterator[Entry]:
    """Everything about the releases of all trains that take place and are not long over."""
    shipping: dict[str, set[str]] = {}
    for task in subject.plan.tasks.values():
        for train_id in task.ships_on:
            shipping.setdefault(train_id, set()).add(f"team:{task.team}")
    for train in subject.plan.trains.values():
        feeds = frozenset({f"train:{train.id}", f"team:{train.team}", *shipping.get(train.id, ())})
        for release in listed_releases(subject, train):
            yield from _Release(subject, train, release, feeds).entries()


def listed_releases(subject: Subject, train: Train) -> Iterator[Release]:
    """From two months ago to the horizon, and those further away that carry something."""
    left = MOST_RELEASES
    for release in subject.plan.releases[train.id]:
        last = max([release.date, *release.milestones.values()])  # a milestone may be after the release
        if release.skipped is not None or last < subject.today - PAST:
            continue
        if (release.date <= subject.horizon and left > 0) or subject.schedule.carries.get(release.id):
            left -= 1
            yield release


def unlisted(subject: Subject) -> Iterator[str]:
    """The keys that the events of all other releases have or had: those take place, too, and were not cancelled."""
    for train in subject.plan.trains.values():
        listed = {release.id for release in listed_releases(subject, train)}
        for release in subject.plan.releases[train.id]:
            if release.skipped is None and release.id not in listed:
                ids = [("release", release.id)]
                ids += [(kind, f"{release.id}/{name}") for name in release.cut_offs for kind in ("cut-off", "freeze")]
                ids += [("milestone", f"{release.id}/{name}") for name in release.milestones]
                for kind, id in ids:
                    yield f"{kind}-{subject.lasting.event(kind, id)}"


class _Release:
    """The events of one release. ``feeds``: of its train, the team that runs it and those whose work ships on it; the
    teams and campaigns that this release carries something for are added."""

    def __init__(self, subject: Subject, train: Train, release: Release, feeds: frozenset[str]) -> None:
        self.subject = subject
        self.train = train
        self.release = release
        self.name = f"{train.title or train.id} {release.name or release.date.isoformat()}"
        self.carried = [subject.plan.tasks[id] for id in subject.schedule.carries.get(release.id, ())]
        self.feeds = feeds.union(*(subject.team_feeds(task) for task in self.carried))
        self.written = _written(train, release)

    def entries(self) -> Iterator[Entry]:
        yield self.itself()
        for name, day in self.release.cut_offs.items():
            yield self.cut_off(name, day)
            thaws = self.release.thaws.get(name)
            if thaws is not None or name == self.release.gate:
                last = thaws or self.release.date - _DAY
                if day < last:
                    yield self.freeze(name, day + _DAY, last)
        for name, day in self.release.milestones.items():
            text = (f"The milestone {name} of {self.release.id}, which is out on {day_text(self.release.date)}.",)
            yield self.one("milestone", name, f"{_capital(name)}: {self.name}", day, day, "Milestone", "teal", text)

    def itself(self) -> Entry:
        release = self.release
        moved = f" Its slot was {day_text(release.slot)}." if release.slot != release.date else ""
        text = [f"{release.id}, run by {self.subject.team(self.train.team)}.{moved}"]
        if self.written is not None and self.written.because:
            text.append(f"Because: {self.written.because}")
        text += bullets("It carries:", [self.line(task) for task in self.carried]) or [
            "Nothing is planned to ship with it so far."
        ]
        text += bullets(
            "Cut-offs:",
            [f"{name}: {day_text(day)}" for day, name in sorted((day, name) for name, day in release.cut_offs.items())],
        )
        named = f" {release.name}" if release.name else ""
        at = f", {release.at}" if release.at else ""
        return Entry(
            kind="release",
            id=release.id,
            summary=f"Release: {self.train.title or self.train.id}{named}{at}",
            start=release.date,
            end=release.date + _DAY,
            category="Release",
            colour="royalblue",
            status="CONFIRMED" if self.settled() else "TENTATIVE",
            text=tuple(text),
            relations=tuple(Relation(f"cut-off-{release.id}/{name}") for name in release.cut_offs),
            feeds=self.feeds,
            url=(self.written and self.written.url) or self.train.url,
        )

    def settled(self) -> bool:
        """Whether what it is to carry is settled: its cut-off for scope is over (the gate for requests, else the one
        called scope, else the first)."""
        days = self.release.cut_offs
        scope = days.get(self.release.request_gate or "") or days.get("scope") or min(days.values(), default=None)
        return (scope or self.release.date) < self.subject.today

    def cut_off(self, name: str, day: dt.date) -> Entry:
        release = self.release
        text = [f"For {release.id}, which is out on {day_text(release.date)}."]
        if name == release.request_gate:
            text.append("What is to be in the release is asked for and accepted by the end of this day.")
            open_ = [task for task in self.carried if not _agreed(task, self.subject)]
            text += bullets("Not accepted yet:", [self.line(task) for task in open_])
        due = self.due(name)
        if name == release.gate or due:
            text.append("Work that is to be in the release is finished by the end of this day.")
            text += self.unfinished(due)
        summary = f"{_capital(name)} cut-off: {self.name}"
        return self.one("cut-off", name, summary, day, day, "Cut-off", "darkorange", tuple(text))

    def freeze(self, name: str, first: dt.date, last: dt.date) -> Entry:
        text = f"The {name} cut-off of {self.release.id} is over, and it is out on {day_text(self.release.date)}."
        if name in self.release.thaws:
            text += f" The freeze thaws after {day_text(last)}."
        summary = f"{_capital(name)} freeze: {self.name}"
        told = (text, *self.unfinished(self.due(name)))
        return self.one("freeze", name, summary, first, last, "Freeze", "lightsteelblue", told)

    def due(self, name: str) -> list[Task]:
        """What must be finished by a cut-off."""
        return [task for task in self.carried if (task.gate or self.release.gate) == name]

    def unfinished(self, due: list[Task]) -> list[str]:
        return bullets("Not finished yet, and due:", [self.line(task) for task in due if task.status != "done"])

    def one(
        self,
        kind: str,
        name: str,
        summary: str,
        first: dt.date,
        last: dt.date,
        category: str,
        colour: str,
        text: tuple[str, ...],
    ) -> Entry:
        return Entry(
            kind=kind,
            id=f"{self.release.id}/{name}",
            summary=summary,
            start=first,
            end=last + _DAY,
            category=category,
            colour=colour,
            text=text,
            feeds=self.feeds,
        )

    def line(self, task: Task) -> str:
        return self.subject.task_line(task)


def _written(train: Train, release: Release) -> WrittenRelease | None:
    """What was written for this release by hand."""
    for written in train.releases:
        if written.name == release.name and (written.slot or written.date) in (release.slot, release.date):
            return written
    return None


def _agreed(task: Task, subject: Subject) -> bool:
    """Whether nobody has to answer any more: it was accepted, or nobody had to ask."""
    if task.status != "planned" or (task.service is None and task.team == subject.initiative(task).team):
        return True
    return task.request is not None and task.request.answer == "accepted"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:].replace("-", " ")
