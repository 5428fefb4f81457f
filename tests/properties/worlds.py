"""Random small worlds: calendars, teams, trains and tasks as plain values, and the plan files that say the same.

Days are ordinals. Tasks stand in an order in which each needs only earlier ones, so that no world has a cycle.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

FIRST = dt.date(2027, 1, 4).toordinal()  # a Monday
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TYPES = ("FS", "FS", "SS", "FF", "SF")


@dataclass(frozen=True)
class Calendar:
    week: tuple[int, ...]
    closed: tuple[tuple[int, int], ...]
    open: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Team:
    calendar: str
    notice: int | None


@dataclass(frozen=True)
class Train:
    """Slots are every ``weeks`` weeks from ``first``, or ``days`` by hand. ``code``: the cut-off, in working days."""

    team: str
    code: int
    weeks: int | None
    first: int
    days: tuple[int, ...]
    on_closed_day: str


@dataclass(frozen=True)
class Blackout:
    first: int
    last: int
    bars: str  # "work" | "releases"
    whom: str | None  # "team:…", "train:…", or everyone


@dataclass(frozen=True)
class Initiative:
    """A campaign has a ``launch``, a project perhaps a ``deadline``."""

    team: str
    launch: int | None
    deadline: int | None


@dataclass(frozen=True)
class Link:
    """``task``: index of the predecessor. ``lag`` in working days, or in calendar days where ``elapsed``."""

    task: int
    type: str
    lag: int
    elapsed: bool
    work: bool


@dataclass(frozen=True)
class Task:
    initiative: str
    team: str
    days: int
    elapsed: bool = False
    needs: tuple[Link, ...] = ()
    not_before: int | None = None
    start: int | None = None
    finish: int | None = None
    deadline: int | None = None
    train: str | None = None
    alap: bool = False
    after_launch: bool = False
    started: int | None = None
    finished: int | None = None
    remaining: int | None = None
    asked: int | None = None
    accepted: bool = False

    @property
    def status(self) -> str:
        return "done" if self.finished is not None else "planned" if self.started is None else "doing"


@dataclass(frozen=True)
class World:
    today: int
    calendars: dict[str, Calendar]
    teams: dict[str, Team]
    trains: dict[str, Train]
    blackouts: tuple[Blackout, ...]
    initiatives: dict[str, Initiative]
    tasks: tuple[Task, ...] = field(default=())

    def id(self, index: int) -> str:
        return f"{self.tasks[index].initiative}/t{index}"

    def planned(self) -> list[tuple[str, Task]]:
        """Unstarted tasks by id."""
        return [(self.id(index), task) for index, task in enumerate(self.tasks) if task.status == "planned"]

    def at(self, today: int) -> World:
        return replace(self, today=today)

    def without_alap(self) -> World:
        return replace(self, tasks=tuple(replace(task, alap=False) for task in self.tasks))


def sections(world: World) -> dict[str, dict[str, Any]]:
    """The plan, section by section, as it would be written."""
    campaigns = {id_: _initiative(world, id_) for id_, each in world.initiatives.items() if each.launch is not None}
    projects = {id_: _initiative(world, id_) for id_, each in world.initiatives.items() if each.launch is None}
    return {
        "roadmap": {"calendar": "plain"},
        "calendars": {
            "plain": {"week": "mon-fri"},
            **{name: _calendar(each) for name, each in world.calendars.items()},
        },
        "teams": {
            name: {"calendar": each.calendar, **({"notice": f"{each.notice}d"} if each.notice is not None else {})}
            for name, each in world.teams.items()
        },
        "trains": {name: _train(each) for name, each in world.trains.items()},
        "blackouts": {
            f"b{number}": {
                "days": _span(each.first, each.last),
                "bars": [each.bars],
                **({"for": [each.whom]} if each.whom else {}),
            }
            for number, each in enumerate(world.blackouts)
        },
        "campaigns": campaigns,
        "projects": projects,
    }


def _day(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


def _span(first: int, last: int) -> str:
    return f"{_day(first)}..{_day(last)}"


def _calendar(calendar: Calendar) -> dict[str, Any]:
    return {
        "week": ",".join(WEEKDAYS[day] for day in calendar.week),
        "closed": {_span(*span): "Closed" for span in calendar.closed},
        "open": {_span(*span): "Open" for span in calendar.open},
    }


def _train(train: Train) -> dict[str, Any]:
    found: dict[str, Any] = {"team": train.team, "cut-offs": {"code": f"{train.code}d"}}
    if train.weeks is None:
        found["releases"] = [{"date": _day(day)} for day in train.days]
    else:
        weekday = WEEKDAYS[dt.date.fromordinal(train.first).weekday()]
        found |= {"every": f"{train.weeks} weeks on {weekday}", "from": _day(train.first), "until": "2029-12-31"}
        found["on-closed-day"] = train.on_closed_day
    return found


def _initiative(world: World, id_: str) -> dict[str, Any]:
    each = world.initiatives[id_]
    dates = {"launch": each.launch, "deadline": each.deadline}
    tasks = {f"t{index}": _task(world, task) for index, task in enumerate(world.tasks) if task.initiative == id_}
    return {"team": each.team, **{key: _day(day) for key, day in dates.items() if day is not None}, "tasks": tasks}


def _task(world: World, task: Task) -> dict[str, Any]:
    found: dict[str, Any] = {"team": task.team, "duration": f"{task.days}{'ed' if task.elapsed else 'd'}"}
    if task.needs:
        found["needs"] = [_link(world, link) for link in task.needs]
    for key in ("not-before", "start", "finish", "deadline", "started", "finished"):
        day = getattr(task, key.replace("-", "_"))
        if day is not None:
            found[key] = _day(day)
    if task.status != "planned":
        found["status"] = task.status
    if task.remaining is not None:
        found["remaining"] = f"{task.remaining}d"
    if task.train:
        found["ships-on"] = task.train
    if task.asked is not None:
        found["request"] = {"asked": _day(task.asked), "answer": "accepted" if task.accepted else "open"}
    return found | {key: True for key in ("alap", "after-launch") if getattr(task, key.replace("-", "_"))}


def _link(world: World, link: Link) -> str:
    lag = f" {link.lag:+}{'ed' if link.elapsed else 'd'}" if link.lag else ""
    return f"{world.id(link.task)}{'.work' if link.work else ''} {link.type}{lag}"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    today = FIRST + draw(st.integers(0, 20))
    days = st.integers(FIRST - 5, FIRST + 60)
    calendars = {f"c{number}": draw(_calendars()) for number in range(draw(st.integers(1, 3)))}
    calendars["plain"] = Calendar((0, 1, 2, 3, 4), (), ())
    calendar = st.sampled_from(sorted(calendars))
    notice = st.none() | st.integers(0, 8)
    teams = {f"team{number}": Team(draw(calendar), draw(notice)) for number in range(draw(st.integers(1, 3)))}
    trains = {f"train{number}": draw(_trains(teams, calendars)) for number in range(draw(st.integers(0, 2)))}
    whom = st.sampled_from([None, *(f"team:{team}" for team in teams), *(f"train:{train}" for train in trains)])
    blackouts = draw(st.lists(_blackouts(whom), max_size=2))
    team = st.sampled_from(sorted(teams))
    initiatives = {
        "project": Initiative(draw(team), None, draw(st.none() | days)),
        "campaign": Initiative(draw(team), FIRST + draw(st.integers(20, 120)), None),
    }
    world = World(today, calendars, teams, trains, tuple(blackouts), initiatives)
    tasks: list[Task] = []
    for _ in range(draw(st.integers(1, 8))):
        tasks.append(draw(_tasks(world, tasks, days)))
    # Only work that nothing waits for may follow the launch: else the launch would wait for itself.
    needed = {link.task for task in tasks for link in task.needs}
    for index, task in enumerate(tasks):
        if task.initiative == "campaign" and index not in needed and task.status == "planned":
            tasks[index] = replace(task, after_launch=draw(st.integers(0, 5)) == 0)
    return replace(world, tasks=tuple(tasks))


@st.composite
def _calendars(draw: st.DrawFn) -> Calendar:
    week = draw(st.sampled_from([(0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 2, 3), (0, 1, 2, 3, 4, 5, 6), (1,), (5, 6)]))
    span = st.tuples(st.integers(FIRST - 10, FIRST + 70), st.integers(0, 9)).map(lambda drawn: (drawn[0], sum(drawn)))
    day = st.integers(FIRST - 10, FIRST + 70).map(lambda drawn: (drawn, drawn))
    return Calendar(week, tuple(draw(st.lists(span, max_size=2))), tuple(draw(st.lists(day, max_size=2, unique=True))))


@st.composite
def _trains(draw: st.DrawFn, teams: dict[str, Team], calendars: dict[str, Calendar]) -> Train:
    team = draw(st.sampled_from(sorted(teams)))
    by_hand = draw(st.lists(st.integers(FIRST - 5, FIRST + 80), unique=True, max_size=3))
    weeks = None if by_hand and draw(st.booleans()) else draw(st.integers(1, 4))
    first = FIRST - draw(st.integers(0, 20))
    # Whatever ships can ship in the end: a weekday that is never worked is not always skipped, and after the releases
    # by hand there are others for a long time.
    worked = (first - 1) % 7 in calendars[teams[team].calendar].week
    on_closed_day = draw(st.sampled_from(["next", "previous", *(["skip"] if worked else [])]))
    return Train(
        team,
        draw(st.integers(1, 5)),
        weeks,
        first,
        (*sorted(by_hand), *range(FIRST + 200, FIRST + 1600, 100)),
        on_closed_day,
    )


@st.composite
def _blackouts(draw: st.DrawFn, whom: st.SearchStrategy[str | None]) -> Blackout:
    first = draw(st.integers(FIRST - 5, FIRST + 60))
    concerned = draw(whom)
    bars = "releases" if concerned and concerned.startswith("train:") else draw(st.sampled_from(["work", "releases"]))
    return Blackout(first, first + draw(st.integers(0, 12)), bars, concerned)


@st.composite
def _tasks(draw: st.DrawFn, world: World, before: list[Task], days: st.SearchStrategy[int]) -> Task:
    elapsed = draw(st.integers(0, 5)) == 0
    task = Task(
        draw(st.sampled_from(sorted(world.initiatives))),
        draw(st.sampled_from(sorted(world.teams))),
        draw(st.integers(1, 14)) if elapsed else draw(st.integers(0, 6)),
        elapsed,
        tuple(draw(st.lists(_links(before), max_size=3, unique_by=lambda link: (link.task, link.type))))
        if before
        else (),
    )
    kind = draw(
        st.sampled_from(["free", "free", "free", "not-before", "start", "finish", "done", "doing", "alap", "alap"])
    )
    if kind == "not-before":
        task = replace(task, not_before=draw(days))
    elif kind == "start":
        task = replace(task, start=draw(days))
    elif kind == "finish":
        task = replace(task, finish=draw(days))
    elif kind == "alap":
        task = replace(task, alap=True)
    elif kind in ("done", "doing"):
        started = world.today - draw(st.integers(1, 10))
        if kind == "done":
            return replace(task, started=started, finished=draw(st.integers(started, world.today - 1)))
        return replace(task, started=started, remaining=None if task.elapsed else draw(st.none() | st.integers(1, 6)))
    if world.trains and task.days and draw(st.integers(0, 2)) == 0:
        task = replace(task, train=draw(st.sampled_from(sorted(world.trains))))
    if draw(st.integers(0, 4)) == 0:
        task = replace(task, deadline=draw(days) + 20)
    if draw(st.booleans()):
        task = replace(task, asked=world.today - draw(st.integers(0, 10)), accepted=draw(st.booleans()))
    return task


@st.composite
def _links(draw: st.DrawFn, before: list[Task]) -> Link:
    return Link(
        draw(st.integers(0, len(before) - 1)),
        draw(st.sampled_from(TYPES)),
        draw(st.sampled_from([0, 0, 0, 1, 2, 7, -1, -3])),
        draw(st.integers(0, 3)) == 0,
        draw(st.integers(0, 4)) == 0,
    )
