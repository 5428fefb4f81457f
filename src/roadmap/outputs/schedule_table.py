"""``roadmap schedule`` for people: tasks under their initiative and its launches, then the releases that carry them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from roadmap.checks.wording import counted, days_of
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.outputs.cells import wrap
from roadmap.outputs.day_text import day_text
from roadmap.outputs.style import Paint, Style
from roadmap.outputs.table import Cell, Column, Row, table
from roadmap.outputs.task_days import releases_by_id, task_days
from roadmap.outputs.terminal_text import visible
from roadmap.schedule.result import LaunchDates, Schedule, TaskDates, day

_TASKS = (
    Column("task", least=16),
    Column("team", least=8, keep=4),
    Column("state", keep=3),
    Column("start"),
    Column("finish"),
    Column("release", keep=7),
    Column("late start", keep=1),
    Column("late finish", keep=2),
    Column("float", right=True, keep=6),
    Column("ask by", keep=5),
)
_RELEASES = (
    Column("release"),
    Column("day"),
    Column("gate", keep=2),
    Column("carries", right=True, keep=3),
    Column("room", right=True, keep=1),
)


def schedule_table(plan: Plan, schedule: Schedule, shown: Collection[str], style: Style) -> Iterator[str]:
    """The lines. ``shown``: ids of the tasks, launches and releases that are wanted."""
    releases = releases_by_id(plan)
    tasks: dict[str, list[str]] = defaultdict(list)
    for id in schedule.tasks:
        if id in shown:
            tasks[plan.tasks[id].initiative].append(id)
    launches: dict[str, list[LaunchDates]] = defaultdict(list)
    for launch in schedule.launches.values():
        if launch.id in shown:
            launches[launch.campaign].append(launch)
    rows: list[Row] = []
    for initiative in sorted({*tasks, *launches}):
        rows += ["", *_heading(plan, initiative, launches[initiative], style)]
        by_day = sorted(tasks[initiative], key=lambda id: (schedule.tasks[id].start, schedule.tasks[id].end, id))
        rows += [_task(plan, schedule.tasks[id], id, releases) for id in by_day]
    if rows:
        yield from table(_TASKS, rows, style, "  ")
    carrying = [release for release in releases.values() if release.id in shown and release.id in schedule.carries]
    if carrying:
        yield ""
        yield style.paint("releases", "bold")
        by_date = sorted(carrying, key=lambda release: (release.date, release.id))
        yield from table(_RELEASES, (_release(release, schedule) for release in by_date), style, "  ")


def launch_text(launch: LaunchDates) -> tuple[str, Paint | None]:
    """Whether a launch holds, in half a sentence."""
    name = f"launch{f' in {launch.market}' if launch.market else ''}"
    if launch.launched is not None:
        return f"{name} took place on {day_text(day(launch.launched))}", "dim"
    written = f"{name} on {day_text(day(launch.written))}{'' if launch.firm else ' (a wish)'}"
    if launch.possible is None:
        return f"{written} cannot be met: something that it needs ships with no release", "red"
    if not launch.met:
        late = days_of(-launch.float_) if launch.float_ else "too"
        return f"{written} cannot be met: possible on {day_text(day(launch.possible))}, {late} late", "red"
    return f"{written} holds, with {days_of(launch.float_) if launch.float_ else 'nothing'} to spare", None


def _heading(plan: Plan, initiative: str, launches: Iterable[LaunchDates], style: Style) -> Iterator[str]:
    title = plan.initiatives[initiative].title
    yield from (
        style.paint(line, "bold")
        for line in wrap(visible(f"{initiative}: {title}" if title else initiative), style.width, "  ", "")
    )
    for text, paint in map(launch_text, launches):
        for line in wrap(visible(text), style.width, "  "):
            yield style.paint(line, *([paint] if paint else []))


def _task(plan: Plan, dates: TaskDates, id: str, releases: Mapping[str, Release]) -> Row:
    task = plan.tasks[id]
    days = task_days(dates, releases)
    over = task.status == "done"
    release = days.release or ("none" if dates.available is None else "")
    strain: tuple[Paint, ...] = (
        () if over else ("red",) if dates.total_float < 0 else ("yellow",) if dates.critical else ()
    )
    cells = (
        Cell(task.name),
        Cell(task.team or ""),
        Cell("milestone" if dates.shown_at and task.status == "planned" else task.status),
        Cell(days.start.isoformat()),
        Cell(days.finish.isoformat(), strain),
        Cell(release, strain if release == "none" else ()),
        Cell("" if over else days.late_start.isoformat()),
        Cell("" if over else days.late_finish.isoformat()),
        Cell("" if over else str(dates.total_float), strain),
        Cell(dates.ask_by.isoformat() if dates.ask_by else ""),
    )
    return [Cell(cell.text, ("dim",)) for cell in cells] if over else cells


def _release(release: Release, schedule: Schedule) -> Row:
    gate = release.cut_offs.get(release.gate or "")
    carried = len(schedule.carries[release.id])
    load = release.capacity
    room = "" if load is None else f"of {load.amount:g}{'' if load.unit == 'tasks' else load.unit}"
    return (
        Cell(release.id),
        Cell(release.date.isoformat()),
        Cell(gate.isoformat() if gate else ""),
        Cell(counted(carried, "task")),
        Cell(room),
    )
