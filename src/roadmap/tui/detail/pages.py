"""The page of a row of the timeline: a task, a launch, a deadline or a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.checks.wording import counted, days_of, listed
from roadmap.model.release import Release
from roadmap.model.task import Task
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.goal_page import whole_text
from roadmap.outputs.explanation.task_page import pinned_text
from roadmap.outputs.task_days import releases_by_id, task_days
from roadmap.schedule.result import LaunchDates, TaskDates, day, last_day
from roadmap.tui.detail.paragraph import BLANK, Paragraph, fact, heading
from roadmap.tui.detail.reasons import chain_of, findings_of, place_text
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item
from roadmap.tui.timeline.rows import Group, Row

MOST = 12
"""Neighbours of a task that are listed."""


def page_of(row: Row, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    subject = row.subject
    if isinstance(subject, Group):
        yield from _group(subject, snapshot, glyphs)
    elif isinstance(subject.dates, TaskDates) and subject.task is not None:
        yield from _task(subject.task, subject.dates, snapshot, glyphs)
    else:
        yield from _goal(subject, snapshot, glyphs)


def _task(task: Task, dates: TaskDates, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    plan = snapshot.plan
    yield Paragraph(task.title or task.name, "title", place=task.place, node=task.id)
    yield Paragraph(f"{task.id}  {place_text(task.place)}", "dim", place=task.place, node=task.id)
    yield BLANK
    releases: Mapping[str, Release] = releases_by_id(plan)
    days = task_days(dates, releases)
    if dates.shown_at:
        yield fact("milestone", f"{day_text(days.start)}, at the {dates.shown_at} of the day")
    else:
        place = task.where("effort" if task.wrote("effort") else "duration")
        yield fact("work", f"{day_text(days.start)} to {day_text(days.finish)}", place=place)
    pinned = pinned_text(task, days)
    if pinned:
        style = "late" if pinned.endswith("not possible") else "text"
        yield fact("planned", pinned, style, task.where("start" if days.pinned_start else "finish"))
    if task.ships_on:
        never = "no release can carry it"
        ships = f"{day_text(days.available)} with {listed(dates.releases)}" if days.available else never
        yield fact("ships", ships, "release" if days.available else "missed", task.where("ships-on"))
    yield from _slack(dates, days.late_finish.isoformat())
    if dates.ask_by is not None:
        past = dates.ask_by.toordinal() < snapshot.today
        text = f"{day_text(dates.ask_by)}{', which is past' if past else ''}"
        yield fact("ask by", text, "late" if past else "text", task.where("request"))
    yield fact("team", task.team or "none", place=task.where("team"))
    yield fact("status", _status(task), place=task.where("status"))
    yield from findings_of(snapshot.of(task.id), glyphs)
    yield from chain_of(task.id, snapshot)
    yield from _neighbours(task.id, snapshot)
    if task.notes:
        yield from heading("Notes")
        yield Paragraph(task.notes, place=task.where("notes"))


def _slack(dates: TaskDates, late_finish: str) -> Iterator[Paragraph]:
    bound = dates.bound_by or "what follows"
    if dates.total_float < 0:
        yield fact("float", f"{days_of(-dates.total_float)} too late for {bound}", "late")
    elif dates.total_float == 0:
        yield fact("float", f"none: every day counts for {bound}", "critical")
    else:
        yield fact("float", f"{days_of(dates.total_float)}: to be finished by {late_finish} for {bound}")


def _status(task: Task) -> str:
    """Where it stands, and what the doing team answered."""
    request = task.request
    if request is None:
        return task.status if task.priority == "must" else f"{task.status}, a {task.priority}"
    asked = f"asked on {request.asked}" if request.asked else "not asked yet"
    answer = f"; {request.answer}" if request.answer != "open" else ", no answer yet" if request.asked else ""
    promised = f", promised for {request.promised}" if request.promised else ""
    return f"{task.status}, {asked}{answer}{promised}"


def _neighbours(node: str, snapshot: Snapshot) -> Iterator[Paragraph]:
    network = snapshot.study.network
    if node not in network:
        return
    for title, others in (
        ("Waits for", network.incoming[node]),
        ("Waits for this", network.outgoing[node]),
    ):
        if others:
            yield from heading(title)
        for other in others[:MOST]:
            yield Paragraph(_named(other, snapshot), "text", "- ", "dim", None, other)
        if len(others) > MOST:
            yield Paragraph(f"and {len(others) - MOST} more", "dim", "- ")


def _named(node: str, snapshot: Snapshot) -> str:
    task = snapshot.plan.tasks.get(node)
    dates = snapshot.schedule.tasks.get(node)
    if task is not None and dates is not None:
        return f"{task.title or task.name} ({task.id}), {dates.first_day} to {dates.last_day}"
    launch = snapshot.schedule.launches.get(node)
    return f"launch {node}, {day(launch.written)}" if launch is not None else node


def _goal(item: Item, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    initiative = item.initiative
    written = "launch" if item.kind == "launch" else "deadline"
    launch = item.dates if isinstance(item.dates, LaunchDates) else None
    place = initiative.where(written)
    if launch is not None and launch.market:
        place = initiative.where("launches", launch.market)
    yield Paragraph(f"{item.title}: {initiative.title or initiative.id}", "title", place=place, node=item.node)
    yield Paragraph(f"{item.node}  {place_text(place)}", "dim", place=place)
    yield BLANK
    yield fact(
        "written", f"{day_text(day(item.first))}{'' if launch is None or launch.firm else ', a wish'}", place=place
    )
    if launch is None:
        yield fact("all done", whole_text(item.node, snapshot.schedule), "late" if item.late else "good")
    elif launch.launched is not None:
        yield fact("launched", day_text(day(launch.launched)), "good")
    elif launch.possible is None:
        yield fact("possible", "never: something it needs can never be available", "missed")
    else:
        text = day_text(day(launch.possible))
        spare = f", {days_of(-launch.float_)} late" if launch.float_ < 0 else f", {days_of(launch.float_)} to spare"
        yield fact("possible", text + spare, "good" if launch.met else "missed", node=launch.decided_by)
        if launch.decided_by:
            yield fact("decided by", _named(launch.decided_by, snapshot), node=launch.decided_by)
    yield from findings_of(snapshot.of(item.node), glyphs)
    yield from chain_of(item.node, snapshot)


def _group(group: Group, snapshot: Snapshot, glyphs: Glyphs) -> Iterator[Paragraph]:
    plan, node = snapshot.plan, group.node
    noun = plan.initiatives.get(node) or plan.teams.get(node) or plan.trains.get(node)
    place = noun.place if noun is not None else None
    yield Paragraph(group.label, "title", place=place)
    if noun is not None and place is not None:
        yield Paragraph(f"{node}  {place_text(place)}", "dim", place=place)
    yield BLANK
    yield fact("from", f"{day_text(day(group.first))} to {day_text(last_day(group.past))}")
    conflicts = group.conflicts(snapshot)
    yield fact("conflicts", counted(conflicts, "item") + " with conflicts" if conflicts else "none")
    initiative = plan.initiatives.get(node)
    if initiative is not None:
        yield fact("team", initiative.team or "none", place=initiative.where("team"))
        yield fact("status", initiative.status, place=initiative.where("status"))
    for mark in group.goals:
        yield fact(
            mark.kind,
            f"{mark.title}, {day_text(day(mark.first))}",
            "missed" if mark.late else "launch",
            node=mark.node,
        )
    yield from findings_of(snapshot.of(node), glyphs)
    if initiative is not None and initiative.notes:
        yield from heading("Notes")
        yield Paragraph(initiative.notes, place=initiative.where("notes"))
